import Foundation
import OsteolintCore
import OsteolintReports
import ReportSchema
import Testing

@Suite("Support bundles, read and written")
struct BundleReaderTests {
    private func bundle(_ text: String = SampleBundle.text) throws -> SupportBundle {
        try BundleReader().read(Data(text.utf8))
    }

    private func written(_ bundle: SupportBundle) throws -> String {
        try rendered { BundleReporter().write(bundle, to: $0) }
    }

    @Test("What is read is written again")
    func roundTrip() throws {
        let text = try written(try bundle())
        #expect(try JSONValue(Data(text.utf8)) == JSONValue(Data(SampleBundle.text.utf8)))
        #expect(try written(try bundle(text)) == text)
    }

    @Test("What is written follows the schema")
    func schema() throws {
        let value = try JSONValue(Data(try written(try bundle()).utf8))
        #expect(try JSONSchema.ofBundles().faults(in: value) == [])
        #expect(try JSONSchema.ofReports().faults(in: value["report"]) == [])
    }

    @Test("Every failure can be written down and read again")
    func failures() {
        let all: [FetchFailure] = [
            .hostNotAllowed(host: "h"), .portNotAllowed(host: "h"), .schemeNotAllowed(scheme: "ftp"),
            .addressNotPublic(host: "h", address: "::1"), .unresolved(host: "h"), .unreachable(host: "h", detail: "d"),
            .tls(host: "h", detail: "d"), .timedOut(seconds: 0.25), .notHTTP(detail: "d"), .cutOff,
            .tooLarge(limit: 1), .tooManyRedirects(limit: 2), .badRedirect(location: nil), .badRedirect(location: "x"),
            .rateLimited(retryAfter: nil), .rateLimited(retryAfter: "3"), .forbidden(status: 403),
            .serverError(status: 500), .unexpectedStatus(404), .pageStatus(404), .empty(status: 200),
            .notHTML(contentType: "a/b"), .challenge(by: "x"), .requestLimit(3), .hostRateLimits(host: "h"),
            .redirected(to: "x"), .notDocumented(detail: "d"), .loginRefused(status: 401), .statusLimit(4),
            .waitLimit(seconds: 60), .interrupted,
        ]
        for failure in all { #expect(FetchFailure(failure.evidence) == failure) }
        #expect(Set(all.map(\.evidence.code)).count == 29)
    }

    @Test(
        "What somebody has changed is refused with its place",
        arguments: [
            (#""began": "2026-05-04T09:30:00Z", "#, "", "began: is missing"),
            (#""revealed": false"#, #""revealed": 0"#, "revealed: has another type"),
            (#""kind": "custom""#, #""kind": "staging""#, "configuration.environment.kind: has a value"),
            (#""setting": "error""#, #""setting": "fatal""#, "configuration.rules[1].setting: has a value"),
            (#""line": 2, "column": 5"#, #""line": 0, "column": 5"#, "configuration.origins[0].line: is out of range"),
            (#""endColumn": 32"#, #""endColumn": 1"#, "configuration.origins[0].endLine: is before the beginning"),
            (#""timeout": 0.25"#, #""timeout": -1"#, "limits.timeout: is out of range"),
            (#""ordinal": 0"#, #""ordinal": 1"#, "embeds[0]: is not in the report"),
            (#""offset": 40"#, #""offset": 400"#, "embeds[0].source.runs: are not in order"),
            (#""offset": 40"#, #""offset": -4"#, "embeds[0].source.runs[1].offset: is out of range"),
            (#""column": 14"#, #""column": 9223372036854775807"#, "embeds[0].source.runs[0].column: is out of range"),
            (#""url": "https://localhost:8443/embed"#, #""url": "::/embed"#, "embeds[0].url: is no URL"),
            (#""embed": 0,"#, #""embed": 1,"#, "framing.targets[0].embed: is no index"),
            (#""origins": ["null", "#, #""origins": ["a", "#, "framing.chains[0].origins[0]: is no origin"),
            (#"["https://osteolint-control.invalid"]"#, "[]", "framing.chains[1].origins: is empty"),
            (#""card": true"#, #""card": false"#, "framing.responses[0].card: contradicts `failure`"),
            (#""code": "timed-out""#, #""code": "bored""#, "framing.responses[1].failure.code: has a value"),
            (#""seconds": 0.25"#, #""seconds": 1e300"#, "framing.responses[1].failure.seconds: is out of range"),
            (#""seconds": 0.25"#, #""seconds": null"#, "framing.responses[1].failure.code: has a value"),
            (#""target": 0"#, #""target": 9"#, "framing.questions[0].target: is no index"),
            (
                #""status": 200, "milliseconds""#, #""status": "200", "milliseconds""#,
                "hops[0].status: has another type"
            ),
            (#""embeds": [0]"#, #""embeds": []"#, "statuses[0].embeds: is empty"),
            (#""embeds": [0]"#, #""embeds": [-1]"#, "statuses[0].embeds[0]: is no index"),
            (#""answerFailures": [0]"#, #""answerFailures": [1]"#, "answerFailures[0]: is no index"),
            (#""severity": "error""#, #""severity": "fatal""#, "report.findings[0].severity: has a value"),
            (#""embed": 0, "inMarkup""#, #""embed": 7, "inMarkup""#, "report.findings[0].embed: is no index"),
            (#""reason": "timed-out""#, #""reason": "bored""#, "report.failures[0].reason: has a value"),
            (#""bundleVersion": 1"#, #""bundleVersion": 2"#, "bundleVersion: is 2, of which"),
            (#""bundleVersion": 1, "#, "", "is no support bundle"),
            (#""skipped": [{"#, #""skipped": ["#, "is no JSON, or was cut off"),
        ])
    func refused(_ part: String, _ change: String, _ words: String) throws {
        #expect(SampleBundle.text.contains(part))
        let text = SampleBundle.text.replacing(part, with: change, maxReplacements: 1)
        let fault = #expect(throws: BundleFault.self) { try bundle(text) }
        #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "")")
    }

    @Test("A report is told from a bundle")
    func report() throws {
        let text = #"{"schemaVersion": 1, "findings": [], "tool": {}}"#
        let fault = #expect(throws: BundleFault.self) { try bundle(text) }
        #expect(fault?.message.contains("leave out --replay") == true)
    }

    @Test("Deep nesting, other values and nothing at all", arguments: ["", "[]", "1", "null", "\u{FEFF}"])
    func noBundle(_ text: String) {
        #expect(throws: BundleFault.self) { try bundle(text) }
        let deep = String(repeating: #"{"bundleVersion":"#, count: 100_000)
        #expect(throws: BundleFault.self) { try bundle(deep) }
    }
}
