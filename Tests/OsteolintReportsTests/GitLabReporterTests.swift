import Foundation
import OsteolintCore
import OsteolintReports
import ReportSchema
import Testing

@Suite("GitLab's code quality report")
struct GitLabReporterTests {
    private func gitLab(_ report: Report) throws -> String {
        try rendered { GitLabReporter().write(report, to: $0) }
    }

    private func entries(_ report: Report) throws -> [JSONValue] {
        try JSONValue(Data(gitLab(report).utf8)).items
    }

    @Test("A small report, byte for byte")
    func golden() throws {
        #expect(try GoldenFile.matches(gitLab(SmallReport.report()), "small.gitlab.json"))
        #expect(try gitLab(SampleReport.report([])) == "[]\n")
    }

    @Test("A severity each, and what could not be checked between a warning and an error")
    func severities() throws {
        let findings = Severity.allCases.enumerated().map { index, severity in
            var finding = SampleReport.finding("", line: index + 1, from: 1, to: 1)
            finding.severity = severity
            return finding
        }
        #expect(
            try entries(SampleReport.report(findings)).map { $0["severity"].text } == ["info", "minor", "critical"])
        let failure = Failure(subject: "a.html", reason: .timedOut, message: "no answer")
        #expect(try entries(SampleReport.report([], failures: [failure]))[0]["severity"].text == "major")
        let passed = SampleReport.report([], failures: [failure], builder: ReportBuilder(passesInconclusive: true))
        #expect(try entries(passed)[0]["severity"].text == "info")
    }

    @Test("A run that fails for no finding has an entry that says why")
    func cause() throws {
        let entries = try entries(SampleReport.report([], builder: ReportBuilder(requiresEmbeds: true)))
        #expect(entries.map { $0["check_name"].text } == ["osteolint-run"])
        #expect(entries[0]["description"].text?.contains("--require-embeds") == true)
    }

    @Test("Whatever a report holds, each entry has what GitLab asks for, and a fingerprint of its own")
    func hostile() throws {
        let entries = try entries(HostileReport.report)
        let shown = HostileReport.report.findings.count { !$0.isSuppressed } + HostileReport.report.failures.count
        #expect(entries.count == shown)
        #expect(Set(entries.compactMap { $0["fingerprint"].text }).count == shown)
        for entry in entries {
            #expect(entry["description"].text != nil && entry["check_name"].text != nil)
            #expect(["info", "minor", "major", "critical"].contains(entry["severity"].text))
            #expect(entry["location"]["path"].text != nil)
            #expect(try #require(entry["location"]["lines"]["begin"].integer) >= 1)
        }
    }
}
