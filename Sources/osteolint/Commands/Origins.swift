import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintReports

/// `osteolint origins`: validates and normalises origins; never uses the network.
struct Origins: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Validate origins, and write the text that asks Osteocom for them.",
        discussion: """
            Without origins or --file, those of .osteolint.yml are judged. Exits 1 if one of them is not valid as it \
            is written.
            """)

    @Argument(help: "Origins, such as https://lms.partner.com.")
    var origins: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read origins from a file, or - for standard input.", discussion: "One a line; # begins a comment."),
        completion: .file())
    var file: String?

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("The configuration file to use instead of the nearest .osteolint.yml.", valueName: "file"),
        completion: .configuration)
    var configurationFile: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A format to write, text or json; repeatable. Without a file it goes to standard output.",
            valueName: "format[=file]"),
        completion: .list(ListingFormat.allCases.map(\.rawValue)),
        transform: OutputFormat<ListingFormat>.init(argument:))
    var format: [OutputFormat<ListingFormat>] = []

    @Flag(help: "Print the text to send to Osteocom instead.")
    var request = false

    func run() throws {
        try reportingUsageErrors(judge)
    }

    private func judge() throws {
        guard !request || !format.contains(where: { $0.file == nil }) else {
            throw UsageError("--request writes to standard output; give the format a file, such as json=origins.json")
        }
        let writer = request && format.isEmpty ? nil : try OutputWriter(format, usual: .text)
        let configuration = try readConfiguration()
        let judgements = OriginJudgement.judge(try declared(configuration))
        let listing = OriginListing(judgements)
        try writer?.write { kind, isOnScreen, output in
            switch kind {
            case .json: listing.writeJSON(to: output)
            case .text: output.write(listing.text(isColoured: isOnScreen && StandardStreams.isColoured))
            }
        }
        if request { write(OriginRequest(judgements, clientID: configuration.clientID)) }
        if judgements.contains(where: { !$0.isValid }) { throw ExitCode(1) }
    }

    /// The configuration where it is needed: a fault in it must not keep origins that were named from being judged.
    private func readConfiguration() throws -> Configuration {
        let isNeeded = request || configurationFile != nil || (origins.isEmpty && file == nil)
        return isNeeded ? try ReadingOptions.readConfiguration(configurationFile).0 : Configuration()
    }

    private func declared(_ configuration: Configuration) throws -> [String] {
        let named = try origins + (file.map(readOrigins) ?? [])
        if !named.isEmpty { return named }
        if let file {
            throw UsageError("\(file): no origin is in it; write one a line, such as https://lms.partner.com")
        }
        guard !configuration.origins.isEmpty else {
            throw UsageError(
                "no origins; name them, such as `osteolint origins https://lms.partner.com`, "
                    + "or write them under `origins` into \(ConfigurationFile.name)")
        }
        return configuration.origins.map(\.text)
    }

    private func readOrigins(_ file: String) throws -> [String] {
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try file == "-" ? InputReader.readStandardInput() : InputReader().readAll(file)
        } catch {
            throw UsageError("\(file): \(error.message)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UsageError("\(file): is not UTF-8; save it as such")
        }
        return OriginFile(text).origins
    }

    private func write(_ request: OriginRequest) {
        for remark in request.remarks { StandardStreams.complain("osteolint: \(remark)") }
        guard let text = request.text else {
            StandardStreams.complain("osteolint: nothing is left to send to Osteocom")
            return
        }
        StandardStreams.write(text)
    }
}
