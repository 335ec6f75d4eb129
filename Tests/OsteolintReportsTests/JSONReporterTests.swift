import Foundation
import OsteolintCore
import OsteolintReports
import ReportSchema
import Testing

@Suite("The JSON report and its schema")
struct JSONReporterTests {
    private func json(_ report: Report) throws -> JSONValue {
        let json = try JSONValue(JSONReporter(version: "1.2.3").render(report))
        #expect(try JSONSchema.ofReports().faults(in: json) == [])
        return json
    }

    @Test("A report of nothing has all parts")
    func empty() throws {
        let report = try json(SampleReport.report([], files: 0))
        #expect(
            report.members.keys.sorted() == [
                "catalogue", "command", "embeds", "exitStatus", "failures", "findings", "framing", "origins", "remarks",
                "schemaVersion", "skipped", "statuses", "summary", "tool", "verdict",
            ])
        #expect(report["schemaVersion"] == .integer(1))
        #expect(report["tool"] == .object(["name": .string("osteolint"), "version": .string("1.2.3")]))
    }

    @Test("What is absent is null, not left out")
    func nulls() throws {
        var finding = SampleReport.finding("", from: 1, to: 1)
        finding.place = nil
        finding.snippet = nil
        let shown = try json(SampleReport.report([finding]))["findings"][0]
        for name in ["path", "line", "column", "endLine", "endColumn", "snippet", "help", "embed"] {
            #expect(shown.members[name] == .null)
        }
        let whole = SampleReport.finding("one", from: 1, to: 2, related: [Place(path: "b.html", range: nil)])
        let related = try json(SampleReport.report([whole]))["findings"][0]["related"][0]
        #expect(related == .object(["path": .string("b.html"), "line": .null, "column": .null]))
    }

    @Test("Members of a finding")
    func finding() throws {
        let shown = try json(SampleReport.report([SampleReport.finding("one two", from: 5, to: 8, help: "go")]))
        let finding = shown["findings"][0]
        let numbers = ["line", "column", "endLine", "endColumn"].map { finding[$0].integer }
        #expect(numbers == [3, 5, 3, 8])
        #expect(finding["snippet"].text == "one two")
        #expect(finding["fingerprint"].text?.count == 16)
        #expect(finding["suppressed"] == .bool(false))
    }

    @Test("Members stand in the contract's order, slashes as they are, and the text ends with a line feed")
    func form() throws {
        let finding = SampleReport.finding("a/b \u{1B} \u{2028} \"é\"", from: 1, to: 2, path: "a/b.html")
        let data = try JSONReporter(version: "1").render(SampleReport.report([finding]))
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"schemaVersion\": 1,\n  \"tool\": {\n    \"name\": \"osteolint\","))
        #expect(text.hasSuffix("\n}\n"))
        #expect(text.contains(#""a/b.html""#))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(try JSONValue(data)["findings"][0]["snippet"].text == "a/b \u{1B} \u{2028} \"é\"")
    }

    @Test("Every reason is in the schema, and the schema knows no other")
    func reasons() throws {
        let schema = try JSONSchema.ofReports()
        #expect(schema.values(of: "failureReason") == Failure.Reason.allCases.map(\.rawValue))
        #expect(schema.values(of: "skipReason") == Skip.Reason.allCases.map(\.rawValue))
        #expect(schema.values(of: "verdict") == ["pass", "fail", "inconclusive"])
        let failures = Failure.Reason.allCases.map { Failure(subject: "a", reason: $0, message: "b") }
        #expect(try json(SampleReport.report([], failures: failures))["exitStatus"].integer == 70)
    }

    @Test("Every problem and hint of an origin is in the schema, and the schema knows no other problem")
    func origins() throws {
        #expect(try JSONSchema.ofReports().values(of: "originProblem") == OriginProblem.allCases.map(\.rawValue))
        let texts = ["https://partner.com", "http://10.0.0.1/", "https://a.ngrok.app", "https://a.b, https://c.d"]
        let report = ReportBuilder().report(
            command: "check", pages: [], siteFindings: [], failures: [], origins: OriginJudgement.judge(texts), files: 0
        )
        let origins = try json(report)["origins"].items
        #expect(origins.map { $0["declared"].text } == texts)
        let kinds = origins.map { $0["hints"].items.compactMap { $0["kind"].text } }
        #expect(kinds == [["missing-twin"], ["not-public"], ["changes-with-builds"], ["several-in-one"]])
        #expect(origins[0]["hints"][0]["origin"].text == "https://www.partner.com")
        #expect(origins[3].members["origin"] == .null && origins[3].members["suggestion"] == .null)
    }

    @Test("The catalogue as JSON")
    func rules() throws {
        let descriptor = RuleDescriptor(
            id: "a-rule", topic: .url, summary: "Reports a thing.", severity: .note, rationale: "", remedy: "",
            references: [])
        let json = try JSONValue(Data(rendered { RuleListing([descriptor]).writeJSON(to: $0) }.utf8))
        let rule = JSONValue.object([
            "id": .string("a-rule"), "topic": .string("URL"), "severity": .string("note"),
            "summary": .string("Reports a thing."),
        ])
        #expect(json == .object(["schemaVersion": .integer(1), "rules": .array([rule])]))
        #expect(RuleListing([descriptor]).text() == "URL\n  a-rule  note     Reports a thing.\n")
    }
}
