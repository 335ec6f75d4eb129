import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintReports
import WebURL

/// `osteolint inspect`: what the parser sees.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List every frame that a browser builds from a page, live or not.",
        discussion: "Reads nothing but the pages named, and masks nothing. Exits 0 even without a frame.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
    enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

    @Argument(help: "The page, or - for standard input.", completion: .file())
    var path: String

    @Option(help: "How to print: text or json.")
    var format = Format.text

    @Option(name: .customLong("base-url"), help: "Where the page is served.")
    var baseURL: String?

    @Option(help: "Whether scripts run: on or off. With scripts, `noscript` is text.")
    var scripting = Switch.on

    @Option(name: .customLong("content-type"), help: "The Content-Type field that the page comes with.")
    var contentType: String?

    @Option(help: "The encoding to read the page in, whatever it says itself.", completion: .encodings)
    var charset: String?

    func run() throws {
        try reportingUsageErrors(inspect)
    }

    private func inspect() throws {
        let charset = try TextEncoding.named(charset)
        var url: WebURL?
        if let baseURL {
            url = WebURL(baseURL)
            guard url != nil else { throw UsageError("--base-url \(baseURL): no browser makes a URL of it") }
        }
        let bytes = try read()
        let page: Page
        do {
            page = try bytes.withUnsafeBytes { bytes in
                try Page(
                    path: path, bytes: bytes, decoder: TextDecoder(),
                    options: Page.Options(
                        charset: charset, contentType: contentType, url: url, scripting: scripting == .on))
            }
        } catch let failure as PageFailure {
            StandardStreams.complain("osteolint: \(path): \(Failure(subject: path, failure).message)")
            throw ExitCode(2)
        }
        let listing = FrameListing([page])
        switch format {
        case .json: try StandardStreams.stream { listing.writeJSON(to: $0) }
        case .text: StandardStreams.write(listing.text())
        }
    }

    private func read() throws -> [UInt8] {
        do throws(InputError) {
            return try path == "-" ? InputReader.readStandardInput() : InputReader().readAll(path)
        } catch {
            switch error {
            case .notThere: throw UsageError("\(path): no such file")
            case .isFolder: throw UsageError("\(path): is a folder; name a page")
            case .tooLarge, .interrupted, .system:
                StandardStreams.complain("osteolint: \(path): \(error.message)")
                throw ExitCode(2)
            }
        }
    }
}

extension TextEncoding {
    /// The encoding of a label given as an argument, or nil when none was.
    static func named(_ label: String?) throws -> TextEncoding? {
        guard let label else { return nil }
        guard let encoding = TextEncoding(label: label) else {
            let known = TextEncoding.allCases.map { $0.rawValue.lowercased() }
            throw UsageError(
                "--charset \(label): no browser knows this encoding\(Suggestion.among(known, for: label)); "
                    + "try utf-8 or windows-1252")
        }
        return encoding
    }
}
