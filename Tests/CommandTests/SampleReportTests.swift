import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("The reports in reports/samples")
struct SampleReportTests {
    private static let isRecording = ProcessInfo.processInfo.environment["OSTEOLINT_RECORD"] == "1"

    @Test("They are what osteolint writes, byte for byte", arguments: ["json", "txt"])
    func samples(_ ending: String) throws {
        let format = ending == "txt" ? "text" : ending
        let outcome = try Command(arguments: ["check", "--format", format], folder: SampleSite.folder.path).run()
        let file = SampleSite.reports.appending(path: "report.\(ending)")
        if Self.isRecording { try outcome.data.write(to: file) }
        let isFresh = try? Data(contentsOf: file) == outcome.data
        #expect(isFresh == true, "reports/samples/report.\(ending) is stale: run the tests with OSTEOLINT_RECORD=1")
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
    }

    private static let python = """
        import json, jsonschema, sys
        schema, report = (json.load(open(name)) for name in sys.argv[1:])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(report)
        """

    private static func runPython(_ arguments: String...) throws -> Int32 {
        let process = ProcessStart(
            path: "python3", arguments: ["-c"] + arguments, folder: SampleSite.package.path,
            environment: ProcessInfo.processInfo.environment, streams: [0, 1, 2])
        return try RunningCommand.wait(for: process.spawn())
    }

    private static let hasPython =
        (try? runPython(
            "import sys, importlib.util as u; sys.exit(u.find_spec('jsonschema') is None)")) == 0

    @Test("Python's jsonschema agrees", .enabled(if: hasPython, "python3 with jsonschema is not there"))
    func python() throws {
        let status = try Self.runPython(
            Self.python, "reports/schema/report.schema.json", "reports/samples/report.json")
        #expect(status == 0)
    }

    @Test("The report keeps what it promises about itself")
    func invariants() throws {
        let report = try Command(arguments: ["--format=json"], folder: SampleSite.folder.path).run().report()
        let summary = report["summary"]
        let findings = report["findings"].items
        #expect(summary["embeds"].integer == report["embeds"].items.count)
        for severity in ["error", "warning", "note"] {
            let count = findings.count { $0["severity"].text == severity && $0["suppressed"] == .bool(false) }
            #expect(summary["\(severity)s"].integer == count)
        }
        #expect(Set(findings.compactMap { $0["fingerprint"].text }).count == findings.count)
        #expect(isSorted(findings))
        #expect(isSorted(report["embeds"].items))
        for finding in findings {
            guard let index = finding["embed"].integer else { continue }
            #expect(report["embeds"][index]["path"] == finding["path"])
        }
    }

    @Test("A fault's place in the report is its place in the file")
    func places() throws {
        let report = try Command(arguments: ["--format=json", "--reveal"], folder: SampleSite.folder.path).run()
            .report()
        for embed in report["embeds"].items where embed["path"].text != "it/respirazione.html" {
            let file = SampleSite.folder.appending(path: try #require(embed["path"].text))
            // Any text that keeps bytes apart will do to count lines and to find a `<`.
            let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                .replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            let line = lines[try #require(embed["line"].integer) - 1].unicodeScalars
            let tag = String(String.UnicodeScalarView(line.dropFirst(try #require(embed["column"].integer) - 1)))
            let element = try #require(embed["element"].text)
            #expect(tag.lowercased().hasPrefix("<\(element)") || embed["context"].text == "text")
        }
    }

    @Test("A site without a fault gets one line")
    func cleanSite() throws {
        let outcome = try Command(arguments: [], folder: SampleSite.clean.path).run()
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("passed: no findings; "))
        #expect(outcome.output.split(separator: "\n").count == 1)
    }

    @Test("The README's page gets the README's report")
    func readme() throws {
        let readme = try String(contentsOf: SampleSite.package.appending(path: "README.md"), encoding: .utf8)
        let page = try block(of: "html", in: readme)
        let folder = try TemporaryFolder()
        try folder.write("course.html", page)
        let outcome = try folder.osteolint("course.html")
        #expect(outcome.status == 1)
        #expect(outcome.output == (try block(of: "text", in: readme)))
    }

    /// The first block of a language in a Markdown text.
    private func block(of language: String, in text: String) throws -> String {
        let behind = try #require(text.firstRange(of: "```\(language)\n")).upperBound
        let end = try #require(text[behind...].firstRange(of: "```\n")).lowerBound
        return String(text[behind..<end])
    }

    private func isSorted(_ values: [JSONValue]) -> Bool {
        let keys = values.map { ($0["path"].text ?? "", $0["line"].integer ?? 0, $0["column"].integer ?? 0) }
        return zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
