import ProgramRuns
import ReportSchema
import Testing

@Suite("The exit status, the verdict and the closing line")
struct ExitStatusTests {
    /// A page, arguments, and what comes of them.
    struct Case: CustomTestStringConvertible, Sendable {
        let page: String
        let arguments: [String]
        let status: Int32
        let verdict: String
        let closingLine: String

        var testDescription: String { "\(arguments.joined(separator: " ")): \(closingLine)" }
    }

    private static let cases = [
        Case(
            page: SamplePage.good, arguments: [], status: 0, verdict: "pass",
            closingLine: "passed: no findings; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.plain, arguments: [], status: 0, verdict: "pass",
            closingLine: "passed: no findings; no Osteocom embed in 1 page"),
        Case(
            page: SamplePage.plain, arguments: ["--require-embeds"], status: 1, verdict: "fail",
            closingLine: "failed: no findings; no Osteocom embed in 1 page, but --require-embeds asks for one"),
        Case(
            page: SamplePage.good, arguments: ["--require-embeds"], status: 0, verdict: "pass",
            closingLine: "passed: no findings; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.faulty, arguments: [], status: 1, verdict: "fail",
            closingLine: "failed: 1 error; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.faulty, arguments: ["--fail-on", "never"], status: 0, verdict: "pass",
            closingLine: "passed: 1 error; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.untitled, arguments: [], status: 0, verdict: "pass",
            closingLine: "passed: 1 warning; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.untitled, arguments: ["--fail-on", "warning"], status: 1, verdict: "fail",
            closingLine: "failed: 1 warning; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.commented, arguments: ["--fail-on", "warning"], status: 0, verdict: "pass",
            closingLine: "passed: 1 note; 1 Osteocom embed in 1 page"),
        Case(
            page: SamplePage.commented, arguments: ["--fail-on=note"], status: 1, verdict: "fail",
            closingLine: "failed: 1 note; 1 Osteocom embed in 1 page"),
    ]

    @Test("One page", arguments: cases)
    func page(_ sample: Case) async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", sample.page)
        let text = try await Command(arguments: ["check"] + sample.arguments, folder: folder.root).run()
        #expect(text.status == sample.status)
        #expect(text.closingLine == sample.closingLine)
        #expect(text.errors.isEmpty)
        let json = try await Command(arguments: ["--format", "json"] + sample.arguments, folder: folder.root).run()
        #expect(json.status == sample.status)
        #expect(try json.report()["verdict"].text == sample.verdict)
    }

    @Test("What could not be checked makes 2, findings beside it 1, and --inconclusive pass makes it 0")
    func inconclusive() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/page.html", SamplePage.good)
        try folder.write("list", "site\nsite/gone.html\n")
        let inconclusive = try await folder.osteolint("--files-from", "list")
        #expect(inconclusive.status == 2)
        #expect(inconclusive.closingLine == "inconclusive: no findings, 1 failure; 1 Osteocom embed in 1 page")
        let passed = try await folder.osteolint("--files-from", "list", "--inconclusive", "pass", "--format", "json")
        #expect(passed.status == 0)
        #expect(try passed.report()["verdict"].text == "pass")
        #expect(try passed.failures() == ["unreadable site/gone.html"])
        try folder.write("site/faulty.html", SamplePage.faulty)
        let failed = try await folder.osteolint("--files-from", "list")
        #expect(failed.status == 1)
        #expect(failed.closingLine == "failed: 1 error, 1 failure; 2 Osteocom embeds in 2 pages")
    }

    @Test("A folder without pages is a failure, not a pass")
    func noPage() async throws {
        let folder = try TemporaryFolder()
        try folder.write("picture.png", "no page")
        let outcome = try await folder.osteolint("check", ".")
        #expect(outcome.status == 2)
        #expect(
            outcome.output == """
                failure[no-input]: no page matches **/*.{html,htm,xhtml}; name the folder that your build writes to
                  --> .

                inconclusive: no findings, 1 failure; no page was checked

                """)
        let json = try await folder.osteolint("--format=json")
        #expect(try json.failures() == ["no-input ."])
        #expect(try json.report()["verdict"].text == "inconclusive")
        #expect(try await folder.osteolint("--files-from", "-").status == 2)
    }
}
