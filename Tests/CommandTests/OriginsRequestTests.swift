import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint origins --request, and origins in check")
struct OriginsRequestTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("The text has each exact origin once, on a line of its own, and the client")
    func request() async throws {
        try folder.write(
            ".osteolint.yml",
            """
            clientId: kT4mRZ81qLwYc0dXaB2e
            origins:
              - https://lms.partner.com/
              - "https://u:hunter2@lms.partner.com"
              - staging.partner.com
              - 'https://*.partner.com'
            """)
        let outcome = try await folder.osteolint("origins", "--request")
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("https://") } == ["https://lms.partner.com", "https://staging.partner.com"])
        #expect(lines.first == "Subject: Origins to allow for clientId kT4mRZ81qLwYc0dXaB2e")
        #expect(outcome.errors.contains("osteolint: https://*.partner.com: left out: "))
        #expect(outcome.errors.contains("osteolint: staging.partner.com: sent as https://staging.partner.com\n"))
        #expect(!(outcome.output + outcome.errors).contains("hunter2"))
    }

    @Test("All is well: nothing but the text")
    func quiet() async throws {
        let outcome = try await folder.osteolint("origins", "--request", "https://lms.partner.com")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("\nhttps://lms.partner.com\n"))
        #expect(outcome.output.contains("(please write your clientId here)"))
    }

    @Test("Nothing to send: no text")
    func nothing() async throws {
        let outcome = try await folder.osteolint("origins", "--request", "*", "--format", "json=out.json")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasSuffix("osteolint: nothing is left to send to Osteocom\n"))
        #expect(try JSONValue(folder.read("out.json"))["origins"][0]["valid"] == .bool(false))
    }

    @Test("check reports a faulty origin at its item, and lists all of them")
    func check() async throws {
        try folder.write(
            ".osteolint.yml",
            "# ours\norigins: [https://lms.partner.com, \"https://u:hunter2@b\u{FC}cher.example/\"]\n")
        try folder.write("page.html", SamplePage.good)
        let outcome = try await folder.osteolint("check", "--format", "json")
        let report = try outcome.report()
        #expect(outcome.status == 1)
        #expect(report["origins"].items.map { $0["valid"] } == [.bool(true), .bool(false)])
        #expect(report["findings"].items.count == 1)
        let finding = report["findings"][0]
        #expect(finding["rule"].text == "origin-invalid")
        #expect(finding["path"].text == ".osteolint.yml")
        let place = ["line", "column", "endLine", "endColumn"].map { finding[$0].integer }
        #expect(place == [2, 36, 2, 71])
        #expect(finding["help"].text == "write https://xn--bcher-kva.example")
        #expect(finding["snippet"].text?.hasSuffix("\"https://u:*******@bücher.example/\"]") == true)
        #expect(!outcome.output.contains("hunter2"))
    }

    @Test("The rule can be switched off, and warnings do not fail")
    func settings() async throws {
        try folder.write("page.html", SamplePage.good)
        try folder.write(".osteolint.yml", "origins: [lms.partner.com]\nrules: { origin-invalid: off }\n")
        #expect(try await folder.osteolint("--format=json").rules() == [])
        try folder.write(".osteolint.yml", "origins: ['http://localhost:3000']\n")
        let outcome = try await folder.osteolint("--format=json")
        #expect(try outcome.rules() == ["origin-invalid"])
        #expect(outcome.status == 0)
    }
}
