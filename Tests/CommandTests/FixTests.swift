import Foundation
import ProgramRuns
import Testing

@Suite("check --fix")
struct FixTests {
    private static let url =
        "www.osteocom.me/embed/course?\(SamplePage.client)&amp;\(SamplePage.product)&amp;partnerUserId=u-48215"
    /// Two faults that can be mended, one of them an error, and one that cannot.
    private static let page = SamplePage.page(
        "<p>One</p>\r\n<iframe src=\"http://\(url)+7\"></iframe>\r\n<p>Two</p>")
    private static let mended = SamplePage.page(
        "<p>One</p>\r\n<iframe title=\"Osteocom\" src=\"https://\(url)+7\"></iframe>\r\n<p>Two</p>")

    private static func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("site/a.html", page)
        try folder.write("site/b page.html", SamplePage.untitled)
        try folder.write("site/c.html", SamplePage.good)
        try folder.write(".osteolint.yml", "origins: []\n")
        return folder
    }

    @Test("shows a diff, writes nothing, and judges what is there")
    func diff() async throws {
        let folder = try Self.site()
        let run = try await folder.osteolint("check", "--fix", "site")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("--- a/site/a.html\n+++ b/site/a.html\n@@ -1,5 +1,5 @@\n"))
        #expect(run.output.contains("\n <p>One</p>\r\n-<iframe src=\"http:"))
        #expect(run.output.contains("\n+<iframe title=\"Osteocom\" src=\"https:"))
        #expect(run.output.contains("--- a/site/b page.html\t\n"))
        #expect(!run.output.contains("c.html"))
        #expect(
            run.errors
                == "osteolint: can mend 3 faults in 2 pages, with --fix --write; then 1 finding needs a person\n")
        #expect(try folder.text("site/a.html") == Self.page)
    }

    @Test("writes the pages, and judges what is left")
    func write() async throws {
        let folder = try Self.site()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("site/a.html"))
        let run = try await folder.osteolint("check", "--fix", "--write", "--format", "json", "site")
        #expect(try run.rules() == ["parameter-encoding"])
        #expect(run.status == 0)
        #expect(run.errors == "osteolint: mended 3 faults in 2 pages; 1 finding needs a person\n")
        #expect(try folder.text("site/a.html") == Self.mended)
        #expect(try folder.text("site/c.html") == SamplePage.good)
        #expect(try folder.names().filter { $0.hasSuffix(".tmp") }.isEmpty)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("site/a.html"))[.posixPermissions]
        #expect(mode as? Int == 0o640)
        let again = try await folder.osteolint("check", "--fix", "site")
        #expect(again.output.isEmpty && again.status == 0)
        #expect(again.errors == "osteolint: nothing can be mended; 1 finding needs a person\n")
    }

    @Test(
        "the diff gives the written pages",
        .enabled("patch is not installed") { try await ForeignProgram.patch.isThere() })
    func patch() async throws {
        let folder = try Self.site()
        // UTF-16, and no line end at the end.
        let wide = [UInt8]([0xFF, 0xFE]) + Self.page.dropLast().utf8.flatMap { [$0, 0] }
        try folder.write("site/w.html", wide)
        try folder.write("site/ü.html", Self.page.replacing("\r\n", with: "\r"))
        try await folder.osteolint("check", "--fix", "site").data.write(to: URL(filePath: folder.path("fix.diff")))
        let patched = try await ForeignProgram.patch.run("-p1", "--binary", "-i", "fix.diff", in: folder)
        #expect(patched.status == 0, "\(patched.output)\(patched.errors)")
        let names = ["site/a.html", "site/b page.html", "site/w.html", "site/ü.html"]
        let byPatch = try names.map { try folder.read($0) }
        try folder.write("site/a.html", Self.page)
        try folder.write("site/b page.html", SamplePage.untitled)
        try folder.write("site/w.html", wide)
        try folder.write("site/ü.html", Self.page.replacing("\r\n", with: "\r"))
        _ = try await folder.osteolint("check", "--fix", "--write", "site")
        #expect(try names.map { try folder.read($0) } == byPatch)
        #expect(try folder.text("site/a.html") == Self.mended)
    }

    @Test("Git applies the diff", .enabled("git is not installed") { try await ForeignProgram.git.isThere() })
    func git() async throws {
        let folder = try Self.site()
        try await folder.osteolint("check", "--fix", "site").data.write(to: URL(filePath: folder.path("fix.diff")))
        let applied = try await ForeignProgram.git.run("apply", "--whitespace=nowarn", "fix.diff", in: folder)
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(try folder.text("site/a.html") == Self.mended)
    }

    @Test("reports in files hold what is on the disk")
    func files() async throws {
        let folder = try Self.site()
        let shown = try await folder.osteolint("check", "--fix", "--format", "json=before.json", "site")
        let written = try await folder.osteolint("check", "--fix", "--write", "--format", "json=after.json", "site")
        #expect(shown.status == 1 && shown.output.hasPrefix("--- "))
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(try folder.text("before.json").contains("embed-insecure-scheme"))
        #expect(try !folder.text("after.json").contains("embed-insecure-scheme"))
    }

    @Test(
        "what does not go together is refused",
        arguments: [
            (["--write"], "--write goes with --fix"), (["--fix", "--format", "json"], "give the format a file"),
            (["--fix", "-"], "standard input cannot be written to"),
            (["--fix", "--write-baseline", "--baseline", "b.json"], "mend first"),
        ])
    func refusals(arguments: [String], words: String) async throws {
        let folder = try Self.site()
        let run = try await Command(arguments: ["check"] + arguments, folder: folder.root).run()
        #expect(run.status == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(try folder.text("site/a.html") == Self.page)
    }

    @Test("findings that are known, or of rules that are off, stay")
    func known() async throws {
        let folder = try Self.site()
        _ = try await folder.osteolint("check", "--write-baseline", "--baseline", "b.json", "site")
        let known = try await folder.osteolint("check", "--fix", "--baseline", "b.json", "site")
        #expect(known.output.isEmpty && known.status == 0)
        let off = try await folder.osteolint("check", "--fix", "--rule", "iframe-title-missing=off", "site")
        #expect(!off.output.contains("title=\"Osteocom\"") && off.output.contains("+<iframe src=\"https:"))
    }

    @Test("a symbolic link stays one, and its page is written")
    func link() async throws {
        let folder = try Self.site()
        try folder.write("pages/a.html", Self.page)
        try folder.makeFolder("linked")
        try folder.link("linked/a.html", to: "../pages/a.html")
        let run = try await folder.osteolint("check", "--fix", "--write", "linked", "pages")
        #expect(run.errors.hasPrefix("osteolint: mended 2 faults in 1 page; "))
        #expect(try folder.text("pages/a.html") == Self.mended)
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("linked/a.html"))
        #expect(target == "../pages/a.html")
    }

    @Test("a link out of the folder that was named leads to nothing that is written")
    func linkOutside() async throws {
        let folder = try Self.site()
        try folder.write("outside/a.html", Self.page)
        try folder.makeFolder("linked")
        try folder.link("linked/a.html", to: "../outside/a.html")
        let run = try await folder.osteolint("check", "--fix", "--write", "linked")
        #expect(run.output.contains("a symbolic link leads out of what was named; name the file itself"))
        #expect(try folder.text("outside/a.html") == Self.page)
    }

    @Test("a page that cannot be mended as a whole is named")
    func remark() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", "<meta charset=iso-2022-jp>" + Self.page)
        let run = try await folder.osteolint("check", "--fix", "--format", "json=r.json", "a.html")
        #expect(run.output.isEmpty && run.status == 1)
        #expect(run.errors.contains("a.html") && run.errors.contains("ISO-2022-JP"))
        #expect(run.errors.hasSuffix("osteolint: nothing can be mended; 3 findings need a person\n"))
    }

    @Test("a diff that would show a secret is not shown, but its page can be written")
    func secret() async throws {
        let folder = try TemporaryFolder()
        let secret = "&amp;clientSecret=9f86d081884c7d659a2feaa0c55ad015"
        try folder.write("a.html", Self.page.replacing("+7", with: secret))
        let shown = try await folder.osteolint("check", "--fix", "a.html")
        #expect(shown.output.isEmpty && shown.status == 1)
        #expect(shown.errors.contains("a.html: not shown") && !shown.errors.contains("9f86"))
        let written = try await folder.osteolint("check", "--fix", "--write", "a.html")
        #expect(written.errors.contains("mended 2 faults in 1 page"))
        #expect(!written.output.contains("9f86") && !written.errors.contains("9f86"))
        #expect(try folder.text("a.html").contains("https://www.osteocom.me/"))
    }

    @Test("a page that may not be written is a failure", .enabled(if: getuid() != 0, "root may write everywhere"))
    func protected() async throws {
        let folder = try Self.site()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("site/a.html"))
        let run = try await folder.osteolint("check", "--fix", "--write", "--format", "json", "site")
        #expect(try run.failures() == ["not-written site/a.html"])
        #expect(try folder.text("site/a.html") == Self.page)
    }
}
