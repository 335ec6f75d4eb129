import ProgramRuns
import ReportSchema
import Testing

@Suite("Hosting files beside the pages, or named in the configuration")
struct HostingFileTests {
    /// A file that is not in its format, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let message: String

        var testDescription: String { name }
    }

    @Test(
        "A file that cannot be read is a failure with its place, and the pages are checked all the same",
        arguments: [
            Case(name: "site/netlify.toml", text: "[[headers]\n", message: "line 1, column 11: is not TOML: "),
            Case(
                name: "site/vercel.json", text: "{\"headers\": 1}",
                message: "line 1, column 13: `headers` should be a list, and is a number"),
            Case(
                name: "site/_headers", text: String(repeating: " ", count: 1 << 20) + " ",
                message: "larger than 1048576 bytes; "),
        ])
    func faults(_ sample: Case) async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/page.html", SamplePage.good)
        try folder.write(sample.name, sample.text)
        for arguments in [["site"], ["site/page.html", sample.name]] {
            let outcome = try await Command(arguments: ["--format=json"] + arguments, folder: folder.root).run()
            #expect(outcome.status == 2)
            let report = try outcome.report()
            #expect(report["failures"].items.map { $0["subject"].text } == [sample.name])
            #expect(report["failures"].items[0]["message"].text?.hasPrefix(sample.message) == true)
            #expect(report["embeds"].items.count == 1)
        }
    }

    @Test("What cannot be judged is a remark, where there is an embed")
    func remarks() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/page.html", SamplePage.good)
        try folder.write("deploy/nginx.conf", "add_header Content-Security-Policy \"frame-src $host\";\n")
        try folder.write(".osteolint.yml", "hosting: [deploy/nginx.conf]\n")
        let outcome = try await folder.osteolint("--format=json", "site")
        #expect(outcome.status == 0)
        let message =
            "line 1: Content-Security-Policy was not judged, since its value holds a variable, `frame-src $host`"
        let remarks = try outcome.report()["remarks"].items
        #expect(remarks.map { $0["subject"].text } == ["deploy/nginx.conf"])
        #expect(remarks.map { $0["message"].text } == [message])
        try folder.write("site/page.html", "<p>nothing</p>")
        #expect(try await folder.osteolint("--format=json", "site").report()["remarks"].items.isEmpty)
    }

    @Test("A file that is found and named is read once")
    func once() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        try folder.write(".htaccess", "Header set Content-Security-Policy %{X}e\n")
        try folder.write(".osteolint.yml", "hosting: [./.htaccess, .htaccess]\n")
        try folder.write("list", "page.html\n.htaccess\n")
        for arguments in [["."], [".htaccess", "page.html"], ["--files-from=list"]] {
            let outcome = try await Command(arguments: ["--format=json"] + arguments, folder: folder.root).run()
            #expect(try outcome.report()["remarks"].items.map { $0["subject"].text } == [".htaccess"])
        }
    }

    @Test("A file that is named and not there is an error with its place")
    func missing() async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", SamplePage.good)
        try folder.makeFolder("deploy")
        try folder.write(".osteolint.yml", "rendering: static\nhosting:\n  - deploy/nginx.conf\n")
        let outcome = try await folder.osteolint()
        #expect(outcome.status == 64)
        #expect(
            outcome.errors
                == "osteolint: .osteolint.yml:3:5: `deploy/nginx.conf`: no such file; name a hosting file, relative to "
                + "this file's folder\n")
        try folder.write(".osteolint.yml", "hosting: [deploy]\n")
        let isFolder = try await folder.osteolint()
        #expect(isFolder.status == 64)
        #expect(isFolder.errors.hasPrefix("osteolint: .osteolint.yml:1:11: `deploy`: is a folder; "))
        try folder.write(".osteolint.yml", "hosting: deploy\n")
        #expect(
            try await folder.osteolint().errors
                == "osteolint: .osteolint.yml:1:10: `hosting` takes a list, such as `['deploy']`\n")
    }
}
