import ArgumentParser
import ContentSecurityPolicy
import Foundation
import OsteolintReports
import WebURL

/// `osteolint policy`: decides one framing question from headers given or saved.
struct Policy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide from headers whether a page may show an embed, and prove it. Uses no network.",
        discussion: """
            Exits 0 where a browser shows the embed, 1 where it is blocked. The headers alone decide, whatever the \
            status. Masks nothing. To save the headers: curl -sD - -o /dev/null -L URL

            --batch exits 0 where every line was answered, whatever the verdicts, and 2 where one could not be.
            """)

    @Option(name: .customLong("embed-url"), help: "The embed's URL, as in the frame's src.")
    var embedURL: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A header of the answer; repeatable.", valueName: "name: value"))
    var header: [String] = []

    @Option(
        help: ArgumentHelp("A saved answer, or several (redirects); - for standard input.", valueName: "file"),
        completion: .file())
    var response: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "The origin of a page above the frame, outermost first; repeatable. `null` is an opaque one.",
            valueName: "origin"))
    var ancestor: [String] = []

    @Option(
        help: ArgumentHelp(
            "Decide many: a JSON object a line in, a verdict a line out; - for standard input.", valueName: "file"),
        completion: .file())
    var batch: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A format to write, text or json; repeatable.", valueName: "format[=file]"),
        completion: .list(ListingFormat.allCases.map(\.rawValue)),
        transform: OutputFormat<ListingFormat>.init(argument:))
    var format: [OutputFormat<ListingFormat>] = []

    func run() throws {
        try reportingUsageErrors {
            guard let batch else { return try decide() }
            try decideMany(batch)
        }
    }

    private func decide() throws {
        let writer = try OutputWriter(format, usual: .text)
        guard let embedURL else { throw UsageError("--embed-url is missing: write the URL of the frame") }
        let url = try PolicyArguments.embedURL(embedURL)
        guard !ancestor.isEmpty else {
            throw UsageError("--ancestor is missing: write the origin of the page, such as https://lms.partner.com")
        }
        let ancestors = try ancestor.map(PolicyArguments.ancestor)
        let fields = try header.map(PolicyArguments.field)
        let hops = try savedHops()
        let chain = try PolicyArguments.chain(from: url, hops ?? [RecordedHop(status: 200, fields: [])])
        let question = chain.question(below: ancestors, additional: fields)
        let decision = question.decide()
        let known = hops == nil ? [] : zip(chain.urls, chain.hops).map { (url: $0, status: $1.status) }
        let proof = PolicyProof(question, decision, hops: known)
        try writer.write { kind, _, output in
            switch kind {
            case .json: proof.writeJSON(to: output)
            case .text: output.write(proof.text())
            }
        }
        if decision.verdict == .blocked { throw ExitCode(1) }
    }

    private func savedHops() throws -> [RecordedHop]? {
        guard let response else { return nil }
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try response == "-" ? InputReader.readStandardInput() : InputReader().readAll(response)
        } catch {
            throw UsageError("\(response): \(error.message)")
        }
        let hops = SavedResponse(bytes).hops
        guard !hops.isEmpty else {
            throw UsageError(
                "\(response): holds no response head; save one with `curl -sLD - -o /dev/null URL`, from its line "
                    + "`HTTP/1.1 200 OK` on")
        }
        return hops
    }

    private func decideMany(_ batch: String) throws {
        guard embedURL == nil, header.isEmpty, response == nil, ancestor.isEmpty, format.isEmpty else {
            throw UsageError("--batch takes everything from its lines; leave the other options out")
        }
        Interruption.catchSignal()
        let status = try PolicyBatch(batch).run()
        if status != 0 { throw ExitCode(status) }
    }
}
