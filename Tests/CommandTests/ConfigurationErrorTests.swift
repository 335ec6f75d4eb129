import ProgramRuns
import Testing

@Suite("A wrong configuration: file, line, column and what was perhaps meant")
struct ConfigurationErrorTests {
    /// A configuration and the message about it, without the file's name.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let message: String

        init(_ text: String, _ message: String) {
            self.text = text
            self.message = message
        }

        var testDescription: String { message }
    }

    private static let cases = [
        Case("clientID: x\n", ":1:1: unknown key `clientID` (did you mean `clientId`?)"),
        Case("rendering: static\nclient_id: x\n", ":2:1: unknown key `client_id` (did you mean `clientId`?)"),
        Case("colour: blue\n", ":1:1: unknown key `colour`"),
        Case(
            "clientId: 12345678\n",
            ":1:11: `clientId` takes text, and this is a number or a boolean; write it in quotes: '12345678'"),
        Case(
            "origins: [true]\n",
            ":1:11: `origins` takes text, and this is a number or a boolean; write it in quotes: 'true'"),
        Case(
            "rules:\n  iframe-title-mising: error\n",
            ":2:3: unknown rule `iframe-title-mising` (did you mean `iframe-title-missing`?)"),
        Case(
            "rules: { embed-hidden: warn }\n",
            ":1:24: unknown severity `warn` (did you mean `warning`?); it is one of off, note, warning, error"),
        Case(
            "rules: [embed-hidden]\n",
            ":1:8: `rules` takes rule ids with a severity each, such as `iframe-title-missing: error`"),
        Case(
            "# where\nenvironment: produktion\n",
            ":2:14: unknown environment `produktion` (did you mean `production`?); "
                + "for another host write `{ name: …, origin: https://… }`"),
        Case(
            "environment: { name: x }\n",
            ":1:14: a custom environment needs an `origin`, such as https://osteocom.example"),
        Case(
            "environment: { orign: https://osteocom.example }\n",
            ":1:16: unknown key `orign` (did you mean `origin`?)"),
        Case(
            "environment: { origin: osteocom.example }\n",
            ":1:24: `osteocom.example` is no origin; write scheme and host, such as https://osteocom.example"),
        Case("rendering: dynamic\n", ":1:12: unknown rendering `dynamic`; it is one of static, snapshot, template"),
        Case("include: '*.html'\n", ":1:10: `include` takes a list, such as `['*.html']`"),
        Case("exclude:\n  - [a, b]\n", ":2:5: `exclude` takes one value, not a list or a mapping"),
        Case("clientId: [a]\n", ":1:11: `clientId` takes one value, not a list or a mapping"),
        Case("clientId:\n", ":1:10: `clientId` has no value; write one, or take the key out"),
        Case("- a\n", ":1:1: expected keys and values, such as `clientId: …`"),
        Case("clientId: a\nclientId: b\n", ":1:1: `clientId` stands twice in what begins here; keep one of them"),
        Case("a: b: c\n", ":1:5: is not YAML: mapping values are not allowed in this context"),
        Case("origins: [a\nrendering: static\n", ":2:10: is not YAML: did not find expected ',' or ']'"),
        Case("\tclientId: x\n", ":1:1: is not YAML: found character that cannot start any token"),
    ]

    @Test("Messages", arguments: cases)
    func message(_ sample: Case) async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        try folder.write(".osteolint.yml", sample.text)
        let outcome = try await folder.osteolint()
        #expect(outcome.errors == "osteolint: .osteolint.yml\(sample.message)\n")
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test("Bytes that are no text")
    func bytes() async throws {
        let folder = try TemporaryFolder()
        try folder.write("settings.yml", [0x61, 0x3A, 0x20, 0xFF])
        let outcome = try await folder.osteolint("--config", "settings.yml")
        #expect(outcome.errors == "osteolint: settings.yml: is not UTF-8\n")
        #expect(outcome.status == 64)
    }

    @Test(
        "A secret is refused and not repeated",
        arguments: [
            ("clientSecret", "hG72kLs91QzPv04tXb"), ("client_secret", "hG72kLs91QzPv04tXb"),
            ("userAccessKey", "hG72kLs91QzPv04tXb"),
        ])
    func secret(_ key: String, _ value: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "rendering: static\n\(key): \(value)\n")
        let outcome = try await folder.osteolint()
        let advice = "take it out and set OSTEOCOM_CLIENT_SECRET in the environment instead"
        #expect(outcome.errors == "osteolint: .osteolint.yml:2:1: a secret has no place in this file; \(advice)\n")
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
    }

    @Test("The file is named as seen from the working directory")
    func relativePath() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "colour: blue\n")
        try folder.makeFolder("site/courses")
        let inner = try await Command(arguments: [], folder: folder.path("site/courses")).run()
        #expect(inner.errors == "osteolint: ../../.osteolint.yml:1:1: unknown key `colour`\n")
    }
}
