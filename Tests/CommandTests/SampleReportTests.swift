import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("The reports in reports/samples")
struct SampleReportTests {
    private static let isRecording = ProcessInfo.processInfo.environment["OSTEOLINT_RECORD"] == "1"

    /// The names of the samples, and their formats.
    private static let files = [
        ("report.json", "json"), ("report.txt", "text"), ("report.sarif", "sarif"), ("report.junit.xml", "junit"),
        ("report.gitlab.json", "gitlab"), ("report.github.txt", "github"), ("report.md", "markdown"),
        ("report.html", "html"),
    ]

    @Test("They are what osteolint writes, byte for byte", arguments: files)
    func samples(_ name: String, _ format: String) async throws {
        let outcome = try await Command(arguments: ["check", "--format", format], folder: SampleSite.folder.path)
            .run()
        let file = SampleSite.reports.appending(path: name)
        if Self.isRecording { try outcome.data.write(to: file) }
        let isFresh = try? Data(contentsOf: file) == outcome.data
        #expect(isFresh == true, "reports/samples/\(name) is stale: run the tests with OSTEOLINT_RECORD=1")
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
    }

    private static let schema = IndependentReader.json(
        schema: SampleSite.package.appending(path: "reports/schema/report.schema.json").path)

    @Test("Python's jsonschema agrees", .enabled("python3 with jsonschema is not there") { try await schema.isThere() })
    func python() async throws {
        let sample = try Data(contentsOf: SampleSite.reports.appending(path: "report.json"))
        #expect(try await Self.schema.faults(in: sample) == "")
    }

    @Test("The report keeps what it promises about itself")
    func invariants() async throws {
        let report = try await Command(arguments: ["--format=json"], folder: SampleSite.folder.path).run().report()
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
    func places() async throws {
        let report = try await Command(arguments: ["--format=json", "--reveal"], folder: SampleSite.folder.path).run()
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
    func cleanSite() async throws {
        let outcome = try await Command(arguments: [], folder: SampleSite.clean.path).run()
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("passed: no findings; "))
        #expect(outcome.output.split(separator: "\n").count == 1)
    }

    @Test("The README's page gets the README's report")
    func readme() async throws {
        let readme = try String(contentsOf: SampleSite.package.appending(path: "README.md"), encoding: .utf8)
        let page = try block(of: "html", in: readme)
        let folder = try TemporaryFolder()
        try folder.write("course.html", page)
        let outcome = try await folder.osteolint("course.html")
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
