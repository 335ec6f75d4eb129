import Foundation
import ProgramRuns
import ReportSchema
import Testing

/// An audit that has written a support bundle beside its report.
struct BundledAudit {
    static let file = "support.json"

    /// What came of the audit; its report is on standard output.
    let audit: Outcome
    private let sandbox: RunningSandbox

    /// Runs `osteolint audit` in the site.
    ///
    /// - Parameters:
    ///   - sandbox: whom the site's embeds point at.
    ///   - arguments: further ones.
    ///   - environment: variables.
    /// - Throws: `SystemError` where it does not start.
    init(_ sandbox: RunningSandbox, _ arguments: [String] = ["."], environment: [String: String] = [:]) async throws {
        self.sandbox = sandbox
        audit = try await sandbox.osteolint(
            "audit", ["--format", "json", "--bundle", Self.file] + arguments, in: "site", environment: environment
        ).run()
    }

    /// The bundle's text.
    func text() throws -> String { try sandbox.folder.text("site/\(Self.file)") }

    /// The bundle, held against its schema, and its report against that of reports.
    func bundle() throws -> JSONValue {
        let bundle = try JSONValue(Data(try text().utf8))
        #expect(try JSONSchema.ofBundles().faults(in: bundle) == [])
        #expect(try JSONSchema.ofReports().faults(in: bundle["report"]) == [])
        return bundle
    }

    /// Changes the bundle's text.
    func edit(_ part: String, _ change: String) throws {
        let text = try text()
        #expect(text.contains(part))
        try sandbox.folder.write("site/\(Self.file)", text.replacing(part, with: change))
    }

    /// Runs `osteolint report --replay` with the bundle, in a folder without a configuration.
    func replay(_ arguments: String..., format: String = "json") async throws -> Outcome {
        try await Command(
            arguments: ["report", "--replay", sandbox.folder.path("site/\(Self.file)"), "--format", format] + arguments,
            folder: sandbox.folder.root
        ).run()
    }

    /// Expects the replay to be the audit's report, byte for byte.
    func expectSame(_ arguments: String...) async throws {
        #expect([0, 1, 2].contains(audit.status), "\(audit.errors)")
        let replay = try await Command(
            arguments: ["report", "--replay", sandbox.folder.path("site/\(Self.file)"), "--format", "json"] + arguments,
            folder: sandbox.folder.root
        ).run()
        #expect(replay.status == audit.status, "\(replay.errors)")
        #expect(replay.data == audit.data, "\(Self.firstDifference(audit.output, replay.output))")
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        let lines = zip(one.split(separator: "\n"), other.split(separator: "\n"))
        return lines.first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "one is longer"
    }
}
