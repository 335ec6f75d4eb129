import ProgramRuns
import ReportSchema
import Testing

@Suite("What the configuration and the flags do")
struct ConfigurationTests {
    @Test("The nearest file upwards counts, and paths are relative to its folder")
    func foundUpwards() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "clientId: AAAAAAAAAAAA\n")
        try folder.write("site/courses/page.html", SamplePage.good)
        let below = try await Command(arguments: ["--format", "json", "courses"], folder: folder.path("site")).run()
        let finding = try below.report()["findings"][0]
        #expect(finding["rule"].text == "client-id-mismatch")
        #expect(finding["path"].text == "site/courses/page.html")
        try folder.write("site/.osteolint.yml", "rendering: static\n")
        let nearer = try await Command(arguments: ["--format", "json", "courses"], folder: folder.path("site")).run()
        #expect(nearer.status == 0)
        #expect(try nearer.report()["embeds"][0]["path"].text == "courses/page.html")
    }

    @Test("--config names another file, whose folder paths are then relative to")
    func otherFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "clientId: AAAAAAAAAAAA\n")
        try folder.write("settings/lint.yml", "rules: { product-id-malformed: off }\n")
        try folder.write("site/page.html", SamplePage.faulty)
        let outcome = try await folder.osteolint("--config", "settings/lint.yml", "--format", "json", "site")
        #expect(try outcome.rules().isEmpty)
        #expect(try outcome.report()["embeds"][0]["path"].text == "../site/page.html")
    }

    @Test("Without a file, paths are relative to the working directory, whatever they were named as")
    func workingDirectory() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/page.html", SamplePage.good)
        for name in ["site", "./site/", folder.path("site"), "site/../site/page.html"] {
            let outcome = try await folder.osteolint("--format", "json", name)
            #expect(try outcome.report()["embeds"][0]["path"].text == "site/page.html")
        }
        let inner = try await Command(arguments: ["--format", "json", "../site"], folder: folder.path("site")).run()
        #expect(try inner.report()["embeds"][0]["path"].text == "page.html")
    }

    /// Pages are good but for the user's id, which is a template's.
    private static let template = SamplePage.page(
        SamplePage.embed("\(SamplePage.client)&amp;\(SamplePage.product)&amp;partnerUserId={{ user.id }}"))

    /// A configuration, arguments, a page, and the rules that find something.
    struct Case: CustomTestStringConvertible, Sendable {
        let configuration: String
        let arguments: [String]
        let page: String
        let rules: [String]

        var testDescription: String { "\(configuration) \(arguments.joined(separator: " "))" }
    }

    private static let cases = [
        Case(configuration: "clientId: kT4mRZ81qLwYc0dXaB2e", arguments: [], page: SamplePage.good, rules: []),
        Case(
            configuration: "clientId: AAAAAAAAAAAA", arguments: [], page: SamplePage.good,
            rules: ["client-id-mismatch"]),
        Case(
            configuration: "clientId: AAAAAAAAAAAA", arguments: ["--client-id", "kT4mRZ81qLwYc0dXaB2e"],
            page: SamplePage.good, rules: []),
        Case(configuration: "environment: production", arguments: [], page: SamplePage.good, rules: []),
        Case(
            configuration: "environment: test", arguments: [], page: SamplePage.good,
            rules: ["embed-environment-mismatch"]),
        Case(
            configuration: "environment: test", arguments: ["--environment", "production"], page: SamplePage.good,
            rules: []),
        Case(
            configuration: "environment: { name: own, origin: https://osteocom.example }", arguments: [],
            page: SamplePage.good, rules: ["embed-environment-mismatch"]),
        Case(configuration: "rendering: template", arguments: [], page: template, rules: []),
        Case(
            configuration: "rendering: static", arguments: [], page: template,
            rules: ["partner-user-id-placeholder"]),
        Case(configuration: "rendering: static", arguments: ["--rendering", "template"], page: template, rules: []),
        Case(configuration: "rules: { product-id-malformed: off }", arguments: [], page: SamplePage.faulty, rules: []),
        Case(
            configuration: "rules: { product-id-malformed: off }", arguments: ["--rule", "product-id-malformed=note"],
            page: SamplePage.faulty, rules: ["product-id-malformed"]),
        Case(configuration: "", arguments: ["--rule", "product-id-malformed=off"], page: SamplePage.faulty, rules: []),
        Case(
            configuration: "# nothing but a remark", arguments: [], page: SamplePage.faulty,
            rules: ["product-id-malformed"]),
        Case(configuration: "{}", arguments: [], page: SamplePage.untitled, rules: ["iframe-title-missing"]),
    ]

    @Test("Keys and the flags that override them", arguments: cases)
    func keys(_ sample: Case) async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", sample.configuration + "\n")
        try folder.write("page.html", sample.page)
        let outcome = try await Command(arguments: ["--format=json"] + sample.arguments, folder: folder.root).run()
        #expect(try outcome.rules() == sample.rules)
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        "A severity set for a rule is what the report and the verdict go by", arguments: ["note", "warning", "error"])
    func severity(_ severity: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "rules:\n  product-id-malformed: \(severity)\n")
        try folder.write("page.html", SamplePage.faulty)
        let outcome = try await folder.osteolint("--format", "json")
        let report = try outcome.report()
        #expect(report["findings"][0]["severity"].text == severity)
        #expect(report["summary"]["\(severity)s"].integer == 1)
        #expect(outcome.status == (severity == "error" ? 1 : 0))
    }

    @Test("A snapshot's literal is one user's, a static build's is everybody's")
    func rendering() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", SamplePage.good)
        try folder.write("b.html", SamplePage.good)
        let built = try await folder.osteolint("--format", "json")
        #expect(try built.rules() == ["partner-user-id-shared"])
        let places = try built.report()["findings"][0]["related"].items
        #expect(places.compactMap { $0["path"].text } == ["b.html"])
        #expect(try await folder.osteolint("--format", "json", "--rendering", "snapshot").rules().isEmpty)
    }

    @Test("init writes a file that is read without complaint, and overwrites nothing")
    func initCommand() async throws {
        let folder = try TemporaryFolder()
        let written = try await folder.osteolint("init")
        #expect(written.status == 0)
        #expect(
            written.output
                == "Wrote .osteolint.yml. Next: fill in clientId and origins, then run `osteolint check`.\n")
        let text = try folder.text(".osteolint.yml")
        try folder.write("page.html", SamplePage.good)
        let checked = try await folder.osteolint()
        #expect(checked.status == 0)
        #expect(checked.errors.isEmpty)
        let again = try await folder.osteolint("init")
        #expect(again.status == 64)
        #expect(again.errors == "osteolint: .osteolint.yml is there already; it was left as it is\n")
        #expect(try folder.text(".osteolint.yml") == text)
    }

    @Test("What init leaves commented out is right too")
    func initComments() async throws {
        let folder = try TemporaryFolder()
        _ = try await folder.osteolint("init")
        let lines = try folder.text(".osteolint.yml").split(separator: "\n")
        let isSetting = { (line: Substring) in line.hasPrefix("# ") && line.contains(": ") && !line.hasSuffix(":") }
        let keys = ["clientId", "environment", "origins"]
        for line in lines where isSetting(line) && keys.contains(where: { line.hasPrefix("# \($0):") }) {
            try folder.write("one.yml", String(line.dropFirst(2)) + "\n")
            try folder.write("page.html", SamplePage.good)
            let outcome = try await folder.osteolint("--config", "one.yml")
            #expect(outcome.errors.isEmpty, "\(line)")
        }
    }
}
