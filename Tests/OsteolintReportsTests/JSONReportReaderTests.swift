import Foundation
import OsteolintCore
import OsteolintReports
import Testing

@Suite("A report read from its JSON")
struct JSONReportReaderTests {
    private static let samples = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "reports/samples")

    private func read(_ data: Data) throws -> Report {
        try data.withUnsafeBytes { try JSONReportReader().read($0) }
    }

    private func written(_ report: Report) throws -> Data { try JSONReporter(version: "0.1.0").render(report) }

    @Test("One with something in every part is the same when it is written again")
    func everyPart() throws {
        let data = try written(FullReport.report)
        let report = try read(data)
        #expect(try written(report) == data)
        #expect(report.embeds == FullReport.report.embeds)
        #expect(report.framing == FullReport.report.framing)
        #expect(report.statuses == FullReport.report.statuses)
        #expect(report.catalogue == FullReport.report.catalogue)
        #expect(report.failures == FullReport.report.failures)
        #expect(report.findings.map(\.suppression) == FullReport.report.findings.map(\.suppression))
        #expect(report.findings.map(\.snippet) == FullReport.report.findings.map(\.snippet))
        #expect(report.findings.map(\.place) == FullReport.report.findings.map(\.place))
    }

    @Test("The sample site's report is the same when it is written again")
    func sample() throws {
        let data = try Data(contentsOf: Self.samples.appending(path: "report.json"))
        let report = try read(data)
        #expect(try written(report) == data)
        #expect(report.findings.count > 20)
    }

    @Test("Without white space, with a byte order mark, and with every escape that JSON has")
    func otherWriters() throws {
        let text = #"""
            {"schemaVersion":1,"tool":{"version":"9","name":"\u006f\u0073teolint"},"verdict":"inconclusive",
            "exitStatus":130,"command":"a\/\b\f\n\r\t\"\\\ud83d\uDE00é","summary":{"files":1},"findings":[],
            "embeds":[],"failures":[],"later":[{"a":[1,-2.5e+10,0,true,false,null,"x",{}]},[]]}
            """#
        let report = try read(Data([0xEF, 0xBB, 0xBF] + text.utf8))
        #expect(report.command == "a/\u{8}\u{C}\n\r\t\"\\😀é")
        #expect(report.exitStatus == 130)
        #expect(report.summary.files == 1)
    }

    @Test("Members that older versions did not write have their usual values")
    func olderVersions() throws {
        let finding = #""rule": "a", "severity": "error", "message": "m", "fingerprint": "f""#
        let text = """
            {"schemaVersion": 1, "tool": {"name": "osteolint", "version": "0"}, "command": "check", "verdict": "fail",
             "exitStatus": 1, "summary": {}, "embeds": [], "failures": [], "findings": [
             {\(finding), "path": "a.html", "line": 2, "column": 3, "snippet": "x", "suppressed": true},
             {\(finding), "path": "a.html", "suppressed": false, "related": [{"path": "b.html", "line": 3, "column": 1},
             {"path": "c.html", "line": null, "column": null}]}, {\(finding)}]}
            """
        let report = try read(Data(text.utf8))
        let start = SourceLocation(line: 2, column: 3)
        #expect(report.findings[0].place == Place(path: "a.html", range: SourceRange(start: start, end: start)))
        #expect(report.findings[0].snippet == Snippet(text: "x", firstColumn: 1))
        #expect(report.findings[0].suppression == .baseline)
        #expect(report.findings[0].isInMarkup)
        #expect(report.findings[1].place == Place(path: "a.html", range: nil))
        #expect(report.findings[1].related.map(\.path) == ["b.html", "c.html"])
        #expect(!report.findings[1].isSuppressed)
        #expect(report.findings[2].place == nil)
        #expect(report.remarks.isEmpty && report.skipped.isEmpty && report.catalogue == nil)
    }
}
