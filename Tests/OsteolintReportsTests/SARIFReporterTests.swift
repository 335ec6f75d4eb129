import Foundation
import OsteolintCore
import OsteolintReports
import ProgramRuns
import ReportSchema
import Testing

@Suite("The SARIF report")
struct SARIFReporterTests {
    private func sarif(_ report: Report) throws -> String {
        try rendered { SARIFReporter(SmallReport.tool).write(report, to: $0) }
    }

    private func run(_ report: Report) throws -> JSONValue {
        try JSONValue(Data(sarif(report).utf8))["runs"][0]
    }

    @Test("A small report, byte for byte")
    func golden() throws {
        #expect(try GoldenFile.matches(sarif(SmallReport.report()), "small.sarif"))
    }

    @Test("A region has its own text as snippet, and the line around it as context")
    func regions() throws {
        let result = try run(SmallReport.report())["results"][1]["locations"][0]["physicalLocation"]
        #expect(result["region"]["snippet"]["text"].text == "<iframe")
        #expect(result["contextRegion"]["snippet"]["text"].text == "  <iframe src=x>")
        let bounds = ["startLine", "startColumn", "endLine", "endColumn"].map { result["contextRegion"][$0].integer }
        #expect(bounds == [3, 1, 3, 17])
    }

    @Test("Of a fault that goes on in the next line, or beyond what is held of its line, no text is shown")
    func longRegions() throws {
        var next = SampleReport.finding("<iframe", from: 1, to: 3)
        next.place = Place(
            path: "a.html",
            range: SourceRange(start: SourceLocation(line: 3, column: 1), end: SourceLocation(line: 4, column: 2)))
        let beyond = SampleReport.finding("<iframe", from: 3, to: 300)
        var before = SampleReport.finding("<iframe", from: 3, to: 5)
        before.snippet = Snippet(text: "<iframe", firstColumn: 9)
        for finding in [next, beyond, before] {
            let location = try run(SampleReport.report([finding]))["results"][0]["locations"][0]["physicalLocation"]
            #expect(location["region"]["endLine"].integer != nil)
            #expect(location["region"].members["snippet"] == nil)
            #expect(location.members["contextRegion"] == nil)
        }
    }

    @Test("A line that was cut begins at its column, and a fault that is nothing has no end")
    func cutLines() throws {
        var finding = SampleReport.finding("def", from: 101, to: 102)
        finding.snippet = Snippet(text: "dü😀", firstColumn: 100)
        let cut = try run(SampleReport.report([finding]))["results"][0]["locations"][0]["physicalLocation"]
        #expect(cut["contextRegion"]["startColumn"].integer == 100)
        #expect(cut["contextRegion"]["endColumn"].integer == 103)
        #expect(cut["region"]["snippet"]["text"].text == "ü")
        let empty = SampleReport.finding("abc", from: 2, to: 2)
        let point = try run(SampleReport.report([empty]))["results"][0]["locations"][0]["physicalLocation"]["region"]
        #expect(point == .object(["startLine": .integer(3), "startColumn": .integer(2)]))
    }

    @Test("Every result has a location and says whether it is suppressed")
    func complete() throws {
        for result in try run(HostileReport.report)["results"].items + run(SmallReport.report())["results"].items {
            #expect(result["locations"].items.count == 1)
            #expect(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text?.isEmpty == false)
            #expect(result.members["suppressions"] != nil)
            let fingerprint = try #require(result["partialFingerprints"]["osteolint/v1"].text)
            #expect(fingerprint.count == 16)
        }
    }

    @Test(
        "Text that would be read as a link is not",
        arguments: [
            ("[a](https://evil.example)", #"\[a\](https://evil.example)"#), ("a [b] (c)", "a [b] (c)"),
            (#"\[a](1)"#, #"\\\[a\](1)"#), ("{{ user }} {0}", "{{ user }} {0}"),
        ])
    func links(_ message: String, _ text: String) throws {
        let finding = SampleReport.finding("", from: 1, to: 1, message: message)
        #expect(try run(SampleReport.report([finding]))["results"][0]["message"]["text"].text == text)
    }

    @Test("What could not be checked makes the run unsuccessful, unless it is passed over")
    func success() throws {
        let failing = try run(SmallReport.report())["invocations"][0]
        #expect(failing["executionSuccessful"] == .bool(false))
        #expect(failing["exitCode"].integer == 1)
        let passing = try run(SmallReport.report(ReportBuilder(passesInconclusive: true)))["invocations"][0]
        #expect(passing["executionSuccessful"] == .bool(true))
        #expect(passing["toolExecutionNotifications"][0]["level"].text == "warning")
        #expect(try run(SampleReport.report([]))["invocations"][0]["executionSuccessful"] == .bool(true))
    }

    @Test("A finding of a rule that this version does not know")
    func unknownRule() throws {
        var finding = SampleReport.finding("", from: 1, to: 1)
        finding.rule = "of-tomorrow"
        let result = try run(SampleReport.report([finding]))["results"][0]
        #expect(result["ruleId"].text == "of-tomorrow")
        #expect(result.members["ruleIndex"] == nil)
    }

    @Test(
        "The published schema takes it, whatever it holds",
        .enabled("\(IndependentReader.missing)") { try await IndependentReader.sarif.isThere() })
    func schema() async throws {
        for report in [SmallReport.report(), HostileReport.report, SampleReport.report([])] {
            let faults = try await IndependentReader.sarif.faults(in: Data(sarif(report).utf8))
            #expect(faults == "")
        }
    }
}
