import Foundation
import OsteolintCore
import OsteolintReports
import PlacedJSON
import Testing

@Suite("What is no report is told from one, with the place and the member")
struct JSONFaultTests {
    private static let text = """
        {"schemaVersion": 1, "tool": {"name": "osteolint", "version": "0.1.0"}, "command": "audit",
        "verdict": "fail", "exitStatus": 1, "summary": {"files": 1, "parsed": 1},
        "embeds": [{"path": "a", "line": 12, "column": 5, "element": "iframe", "state": "live", "context": "document",
        "src": "x", "url": "y", "environment": null, "clientId": null, "productId": null, "partnerUserId": null}],
        "findings": [{"rule": "a", "severity": "note", "message": "m"},
        {"rule": "b", "severity": "error", "message": "m", "path": "a", "line": 4, "column": 7, "endLine": 4,
        "endColumn": 9, "snippet": null, "help": null, "related": [{"path": "b", "line": 3, "column": 1}],
        "embed": 0, "fingerprint": "f", "suppressed": true, "suppression": {"kind": "comment", "reason": null}}],
        "failures": [{"subject": "a", "reason": "unreadable", "message": "m"}],
        "origins": [{"declared": "d", "origin": "https://a.example", "problems": ["path"], "hints": []}],
        "framing": [{"url": "u", "ancestors": [], "verdict": "allowed", "decidedBy": {"policy": 0}, "hops": []}],
        "statuses": [{"url": "u", "status": "Ok", "card": "available", "verdict": "pass"}],
        "catalogue": {"clientId": "c", "source": "api", "channels": 1, "notEmbedded": []},
        "skipped": [{"subject": "u", "reason": "offline"}], "remarks": []}
        """

    private func fault(_ bytes: some Sequence<UInt8>) -> JSONFault? {
        do {
            _ = try Array(bytes).withUnsafeBytes { try JSONReportReader().read($0) }
            return nil
        } catch {
            return error as? JSONFault
        }
    }

    @Test("The report that the others are made from")
    func accepted() {
        #expect(fault(Self.text.utf8) == nil)
    }

    @Test(
        "One thing changed",
        arguments: [
            (#""exitStatus": 1"#, #""exitStatus": 64"#, "exitStatus", "is no exit status of osteolint's"),
            (#""exitStatus": 1"#, #""exitStatus": "1""#, "exitStatus", "should be a number, and is a text"),
            (#""verdict": "fail""#, #""verdict": "bad""#, "verdict", "is `bad`, which this osteolint does not know"),
            (#""parsed": 1"#, #""parsed": 1.5"#, "summary.parsed", "is no whole number from 0 to 2147483647"),
            (#""parsed": 1"#, #""parsed": -1"#, "summary.parsed", "is no whole number from 0 to 2147483647"),
            (#""parsed": 1"#, #""parsed": 1e2"#, "summary.parsed", "is no whole number from 0 to 2147483647"),
            (
                #""files": 1"#, #""files": 9223372036854775808"#, "summary.files",
                "is no whole number from 0 to 2147483647"
            ),
            (#"{"files": 1, "parsed": 1}"#, "[]", "summary", "should be an object, and is a list"),
            (#""line": 12"#, #""line": 0"#, "embeds[0].line", "is no whole number from 1 to 2147483647"),
            (#""state": "live""#, #""state": "on""#, "embeds[0].state", "is `on`, which this osteolint does not know"),
            (#""element": "iframe", "#, "", "embeds[0]", "has no `element`"),
            (#""line": 4"#, #""line": true"#, "findings[1].line", "should be a number, and is true or false"),
            (#""line": 4"#, #""line": null"#, "findings[1]", "has only one of `line` and `column`"),
            (#""path": "a", "line": 4"#, #""line": 4"#, "findings[1]", "has a line, but no path"),
            (#""endColumn": 9"#, #""endColumn": 6"#, "findings[1]", "ends before it begins"),
            (#""embed": 0"#, #""embed": 1"#, "findings[1].embed", "is 1, but there are 1 embeds, from 0 on"),
            (#""path": "b", "#, "", "findings[1].related[0]", "has a line, but no path"),
            (#""line": 3"#, #""line": {}"#, "findings[1].related[0].line", "should be a number, and is an object"),
            (
                #""kind": "comment""#, #""kind": 1"#, "findings[1].suppression.kind",
                "should be a text, and is a number"
            ),
            (#""rule": "b", "#, "", "findings[1]", "has no `rule`"),
            (#""severity": "error""#, #""severity": null"#, "findings[1].severity", "should be a text, and is null"),
            (
                #""reason": "unreadable""#, #""reason": "bad luck""#, "failures[0].reason",
                "is `bad luck`, which this osteolint does not know"
            ),
            (#""https://a.example""#, #""https://a.example/""#, "origins[0].origin", "is no origin"),
            (#"["path"]"#, #"["paths"]"#, "origins[0].problems[0]", "is `paths`, which this osteolint does not know"),
            (#"{"policy": 0}"#, "{}", "framing[0].decidedBy", "has no `value`"),
            (#""hops": []"#, #""hops": {}"#, "framing[0].hops", "should be a list, and is an object"),
            (#""card": "available""#, #""card": """#, "statuses[0].card", "is ``, which this osteolint does not know"),
            (#""channels": 1, "#, "", "catalogue", "has no `channels`"),
            (#""subject": "u", "#, "", "skipped[0]", "has no `subject`"),
            (#""remarks": []}"#, #""remarks": [}"#, "remarks[0]", "a value should stand here"),
            (#""remarks": []}"#, #""remarks": []}}"#, "", "something stands behind the JSON text"),
            (#""message": "m"}"#, #""message": "m",}"#, "findings[0].message", "a member's name should stand here"),
            (
                #""message": "m"}"#, "\"message\": \"m\u{1}\"}", "findings[0].message",
                "a control character stands in a text as it is"
            ),
            (#""message": "m"}"#, #""message": "\x"}"#, "findings[0].message", "an escape is none that JSON has"),
            (#""message": "m"}"#, #""message": "\uD800"}"#, "findings[0].message", "an escape is half of a character"),
            (#""parsed": 1"#, #""parsed": 01"#, "summary.parsed", "a number is none that JSON has"),
            (#""help": null"#, #""help": nul"#, "findings[1].help", "a value should stand here"),
        ])
    func changed(_ part: String, _ change: String, _ path: String, _ message: String) throws {
        #expect(Self.text.contains(part))
        let found = try #require(fault(Self.text.replacing(part, with: change, maxReplacements: 1).utf8))
        #expect(found.path == path)
        #expect(found.message == message)
    }

    @Test("A fault's line and column, which counts characters and not bytes")
    func place() throws {
        let text = Self.text.replacing(#""command": "audit""#, with: #""command": "é😀", "verdict": 1"#)
        let found = try #require(fault(text.utf8))
        #expect(found.line == 1)
        #expect(found.column == 101)
    }

    @Test(
        "Other documents",
        arguments: [
            ("", "is empty"),
            (" \n", "is empty"),
            ("<!doctype html>", "is not JSON"),
            ("[]", "is a list, as `--format gitlab` writes it, and no report"),
            (#"{"version": "2.1.0", "runs": [{"tool": {}}]}"#, "is no report; it is SARIF"),
            (#"{"schemaVersion": 1, "documents": []}"#, "is no report; `osteolint inspect` wrote it"),
            (
                #"{"schemaVersion": 1, "command": "api", "verdict": "pass", "exitStatus": 0, "calls": []}"#,
                "is no report; `osteolint api` wrote it"
            ),
            (#"{"schemaVersion": 1, "rules": []}"#, "is no report; `osteolint rules` wrote it"),
            (#"{"schemaVersion": 1, "origins": []}"#, "is no report; `osteolint origins` wrote it"),
            (
                #"{"schemaVersion": 1, "verdict": "allowed", "decidedBy": null, "steps": []}"#,
                "is no report; `osteolint policy` wrote it"
            ),
            (#"{"bundleVersion": 1, "report": {}}"#, "is no report; it is a support bundle, which `--replay` reads"),
            (#"{"schemaVersion": 1, "tool": {"name": "eslint"}}"#, "is no report; eslint wrote it, and not osteolint"),
            (#"{"name": "package", "version": "1.0"}"#, "is no report of osteolint"),
            (
                #"{"schemaVersion": 2, "tool": {"name": "osteolint", "version": "3.0"}, "runs of it": []}"#,
                "has the schema version 2, and this osteolint reads 1; merge it with the osteolint that wrote it"
            ),
            (#"{"schemaVersion": 1, "tool": {"name": "osteolint"}}"#, "has no `command`"),
        ])
    func foreign(_ text: String, _ message: String) {
        #expect(fault(text.utf8)?.message == message)
    }

    @Test("A report cut off anywhere is none, and says so without reading behind its end")
    func cut() {
        let bytes = Array(Self.text.utf8)
        for count in 0..<bytes.count { #expect(fault(bytes.prefix(count)) != nil) }
    }

    @Test("Bytes that are not UTF-8, and nesting without end")
    func hostile() throws {
        let broken = Array(Self.text.utf8).map { $0 == UInt8(ascii: "m") ? 0xFF : $0 }
        #expect(fault(broken)?.message == "a text is not UTF-8")
        let deep = #"{"later": "# + String(repeating: "[", count: 1_000_000)
        #expect(fault(deep.utf8)?.message == "is nested more than 256 deep")
    }
}
