import Foundation
import ReportSchema
import Testing

@Suite("What the schema accepts and refuses")
struct ReportSchemaTests {
    /// A report with something in every part, those of later commands too: the contract's example.
    private static let full = """
        {"schemaVersion": 1, "tool": {"name": "osteolint", "version": "1.0"}, "command": "audit", "verdict": "fail",
         "exitStatus": 1, "summary": {"files": 1, "parsed": 1, "embeds": 1, "errors": 1, "warnings": 0, "notes": 0,
         "suppressed": 0, "failures": 1},
         "embeds": [{"path": "a.html", "line": 12, "column": 5, "element": "iframe", "state": "live",
         "context": "document", "src": "x", "url": "https://www.osteocom.me/embed/x", "environment": null,
         "clientId": "kT4mRZ81qLwYc0dXaB2e", "productId": null, "partnerUserId": "*******"}],
         "findings": [{"rule": "origin-invalid", "severity": "error", "message": "m", "path": null, "line": null,
         "column": null, "endLine": null, "endColumn": null, "snippet": null, "help": null,
         "related": [{"path": "b.html", "line": 3, "column": 1}], "embed": 0, "fingerprint": "f", "suppressed": true}],
         "failures": [{"subject": "a.html", "reason": "unreadable", "message": "no such file"}],
         "origins": [{"declared": "https://a.example/", "origin": "https://a.example", "valid": false,
         "problems": ["trailing-slash", "uppercase"], "suggestion": null}],
         "framing": [{"url": "u", "ancestors": ["https://a.example"], "verdict": "allowed",
         "decidedBy": {"policy": 0, "expression": "https://a.example"}, "reason": null, "steps": ["s"],
         "hops": [{"url": "u", "status": 200}]},
         {"url": "u", "ancestors": [], "verdict": "inconclusive", "decidedBy": null, "reason": "r", "steps": [],
         "hops": []}],
         "statuses": [{"url": "u", "status": "Ok", "card": "available", "verdict": "pass", "reason": null,
         "attempts": 1}, {"url": "u", "status": null, "card": null, "verdict": "inconclusive", "reason": "r",
         "attempts": 0}],
         "skipped": [{"subject": "u", "reason": "offline"}], "added later": {"by": "a newer osteolint"}}
        """

    private func faults(_ text: String) throws -> [String] {
        try JSONSchema.ofReports().faults(in: JSONValue(Data(text.utf8)))
    }

    @Test("A report with something in every part")
    func accepted() throws {
        #expect(try faults(Self.full) == [])
    }

    @Test(
        "One thing changed",
        arguments: [
            (#""schemaVersion": 1"#, #""schemaVersion": 2"#, "/schemaVersion"),
            (#""schemaVersion": 1, "#, "", "/schemaVersion"),
            (#""name": "osteolint""#, #""name": "other""#, "/tool/name"),
            (#""verdict": "fail""#, #""verdict": "failed""#, "/verdict"),
            (#""exitStatus": 1"#, #""exitStatus": 64"#, "/exitStatus"),
            (#""warnings": 0, "#, "", "/summary/warnings"),
            (#""warnings": 0"#, #""warnings": -1"#, "/summary/warnings"),
            (#""warnings": 0"#, #""warnings": "0""#, "/summary/warnings"),
            (#""line": 12"#, #""line": 0"#, "/embeds/0/line"),
            (#""state": "live""#, #""state": "hidden""#, "/embeds/0/state"),
            (#""environment": null"#, #""environment": "staging""#, "/embeds/0/environment"),
            (#""productId": null, "#, "", "/embeds/0/productId"),
            (#""severity": "error""#, #""severity": "fatal""#, "/findings/0/severity"),
            (#""suppressed": true"#, #""suppressed": 1"#, "/findings/0/suppressed"),
            (#""embed": 0"#, #""embed": 0.5"#, "/findings/0/embed"),
            (#""line": 3"#, #""line": "3""#, "/findings/0/related/0/line"),
            (#""reason": "unreadable""#, #""reason": "bad luck""#, "/failures/0/reason"),
            (#""uppercase""#, #""upper-case""#, "/origins/0/problems/1"),
            (#""policy": 0"#, #""policy": "zero""#, "/framing/0/decidedBy/policy"),
            (#""verdict": "allowed""#, #""verdict": "pass""#, "/framing/0/verdict"),
            (#""card": "available""#, #""card": "shown""#, "/statuses/0/card"),
            (#""reason": "offline""#, #""reason": "lazy""#, "/skipped/0/reason"),
        ])
    func refused(_ part: String, _ change: String, _ place: String) throws {
        #expect(Self.full.contains(part))
        let found = try faults(Self.full.replacing(part, with: change, maxReplacements: 1))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(place): ") == true, "\(found)")
    }

    @Test("The keywords that the check here knows, and one that it does not")
    func keywords() throws {
        let schema = JSONSchema(
            try JSONValue(
                Data(
                    """
                    {"$defs": {"n": {"type": ["integer", "null"], "minimum": 2}}, "additionalProperties": false,
                     "properties": {"a": {"$ref": "#/$defs/n"}, "b": {"type": "number"}}}
                    """.utf8)))
        let faults = { (text: String) in schema.faults(in: try JSONValue(Data(text.utf8))) }
        #expect(try faults(#"{"a": null, "b": 1.5}"#) == [])
        #expect(try faults(#"{"a": 2, "b": 1}"#) == [])
        #expect(try faults(#"{"a": 1}"#) == ["/a: 1 is below 2"])
        #expect(try faults(#"{"a": "1"}"#) == ["/a: is no integer or null"])
        #expect(try faults(#"{"c": 1}"#) == ["/c: is not known"])
        let unknown = JSONSchema(.object(["pattern": .string("x")]))
        #expect(unknown.faults(in: .null) == [": the keyword pattern is not known here"])
    }
}
