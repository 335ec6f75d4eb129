import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint check: policies of the pages")
struct PagePolicyCommandTests {
    private static let policy = #"<meta http-equiv="Content-Security-Policy" content="frame-src 'self'">"#

    @Test("A policy in the head is found at its line, once for all pages that have it")
    func meta() async throws {
        let folder = try TemporaryFolder()
        for name in ["a.html", "b.html", "c/d.html"] {
            try folder.write(name, "<!doctype html>\n<title>Course</title>\n\(Self.policy)\n" + SamplePage.good)
        }
        try folder.write("plain.html", SamplePage.page(Self.policy))
        let outcome = try await Command(
            arguments: ["--format=json", "--rendering=snapshot", "."], folder: folder.root
        ).run()
        #expect(outcome.status == 1)
        let findings = try outcome.report()["findings"].items
        #expect(findings.map { $0["rule"].text } == ["page-policy-blocks-embed"])
        #expect(findings[0]["path"].text == "a.html" && findings[0]["line"].integer == 3)
        #expect(findings[0]["column"].integer == 53 && findings[0]["endColumn"].integer == 69)
        #expect(findings[0]["snippet"].text == Self.policy)
        #expect(findings[0]["related"].items.map { $0["path"].text } == ["b.html", "c/d.html"])
        #expect(findings[0]["severity"].text == "error" && findings[0]["embed"].integer == nil)
    }

    @Test("A comment silences it, at the policy and at the embed")
    func silenced() async throws {
        let folder = try TemporaryFolder()
        let comment = "<!-- osteolint-disable-next-line page-policy-blocks-embed -- the card is elsewhere -->\n"
        try folder.write("a.html", "<title>Course</title>\n\(comment)\(Self.policy)\n" + SamplePage.good)
        try folder.write(
            "b.html",
            Self.policy.replacing("'self'", with: "'none'") + "\n"
                + SamplePage.good.replacing("<iframe", with: "\(comment)<iframe"))
        let outcome = try await Command(
            arguments: ["--format=json", "--rendering=snapshot", "."], folder: folder.root
        ).run()
        let report = try outcome.report()
        #expect(outcome.status == 0)
        #expect(report["findings"].items.map { $0["suppressed"] } == [.bool(true), .bool(true)])
    }
}
