import ProgramRuns
import Testing

@Suite("Wrong arguments: one line that says what to do, status 64, nothing checked")
struct UsageErrorTests {
    /// Arguments, and what standard error says.
    struct Case: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let message: String

        init(_ message: String, _ arguments: String...) {
            self.arguments = arguments
            self.message = message
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let ownMessages = [
        Case("gone.html: no such file", "gone.html"),
        Case("an empty path; write . for the working directory", ""),
        Case("page.html/: no such file", "page.html/"),
        Case("page.html/inner.html: no such file", "check", "page.html", "page.html/inner.html"),
        Case("chekc: no such file; or did you mean the command `check`?", "chekc"),
        Case("adit: no such file; or did you mean the command `audit`?", "adit", "folder"),
        Case(
            "two formats for standard output; give one a file, such as --format json=report.json",
            "--format", "text", "--format", "json", "."),
        Case("two formats for out; give each a file of its own", "--format=text=out", "--format=json=out"),
        Case("gone/out.json: cannot be written: its folder is not there", "--format", "json=gone/out.json"),
        Case("folder: is a folder; name a file in it", "--format", "json=folder"),
        Case(
            "--rule: unknown rule `product-id-mising` (did you mean `product-id-missing`?)",
            "--rule", "product-id-mising=off"),
        Case(
            "--rule: unknown severity `eror` (did you mean `error`?); it is one of off, note, warning, error",
            "--rule", "product-id-missing=eror"),
        Case(
            "--rule product-id-missing: write id and severity, such as --rule iframe-title-missing=error",
            "--rule", "product-id-missing"),
        Case(
            "--environment: unknown environment `prod` (did you mean `production`?); "
                + "for another host write `{ name: …, origin: https://… }`", "--environment", "prod"),
        Case(
            "--rendering: unknown rendering `templates` (did you mean `template`?); "
                + "it is one of static, snapshot, template", "--rendering", "templates"),
        Case("--charset klingon: no browser knows this encoding; try utf-8 or windows-1252", "--charset", "klingon"),
        Case(
            "--charset utf8x: no browser knows this encoding (did you mean `utf-8`?); try utf-8 or windows-1252",
            "--charset", "utf8x"),
        Case("gone.yml: no such file", "--config", "gone.yml"),
        Case("gone.txt: no such file", "--files-from", "gone.txt"),
        Case("folder: is a folder", "--files-from", "folder"),
        Case("gone.html: no such file", "inspect", "gone.html"),
        Case("folder: is a folder; name a page", "inspect", "folder"),
        Case("--base-url nowhere: no browser makes a URL of it", "inspect", "--base-url", "nowhere", "page.html"),
        Case(
            "no rule `client-id-mising` (did you mean `client-id-missing`?); `osteolint rules` lists them all",
            "explain", "client-id-mising"),
        Case("no rule `xyzzy`; `osteolint rules` lists them all", "explain", "xyzzy"),
    ]

    @Test("Of osteolint's own", arguments: ownMessages)
    func own(_ sample: Case) async throws {
        let outcome = try await run(sample)
        #expect(outcome.errors == "osteolint: \(sample.message)\n")
    }

    private static let parserMessages = [
        Case("Unknown option '--frobnicate'", "--frobnicate"),
        Case("Unknown option '--formt'. Did you mean '--format'?", "check", "--formt", "json"),
        Case(
            "Unknown option '--diferent-users'. Did you mean '--different-users'?",
            "compare", "--diferent-users", "a", "b"),
        Case(
            "The value 'jsom' is invalid for '--format <format[=file]>': no such format (did you mean `json`?); "
                + "there are text, json, html, sarif, junit, github, gitlab, markdown", "--format", "jsom"),
        Case(
            "The value 'json=' is invalid for '--format <format[=file]>': no file behind `=`; "
                + "write `json=FILE`, or `json` for standard output", "--format", "json="),
        Case(
            "The value 'sarif' is invalid for '--format <format[=file]>': no such format; there are text, json",
            "origins", "--format", "sarif", "https://lms.partner.com"),
        Case(
            "The value 'bad' is invalid for '--fail-on <fail-on>'. "
                + "Please provide one of 'error', 'warning', 'note' or 'never'.", "--fail-on", "bad"),
        Case("--jobs takes a number from 1 on", "--jobs", "0"),
        Case("The value 'many' is invalid for '--jobs <jobs>'", "--jobs", "many"),
        Case("Missing expected argument '<path>'", "inspect"),
        Case("Missing expected argument '<rule>'", "explain"),
    ]

    @Test("Of the parser", arguments: parserMessages)
    func parsed(_ sample: Case) async throws {
        let outcome = try await run(sample)
        #expect(outcome.errors.hasPrefix("Error: \(sample.message)\n"), "\(outcome.errors)")
    }

    private func run(_ sample: Case) async throws -> Outcome {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        try folder.makeFolder("folder")
        let outcome = try await Command(arguments: sample.arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(try folder.names() == ["folder", "page.html"])
        return outcome
    }
}
