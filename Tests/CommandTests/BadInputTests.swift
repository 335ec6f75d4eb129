import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("Pages that cannot be read are failures, never a crash and never silence")
struct BadInputTests {
    private static let canReadAll = geteuid() == 0

    @Test("A folder and a page that may not be read", .disabled(if: canReadAll, "root may read everything"))
    func forbidden() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/good.html", SamplePage.good)
        try folder.write("site/page.html", SamplePage.good)
        try folder.write("site/inner/page.html", SamplePage.good)
        chmod(folder.path("site/page.html"), 0)
        chmod(folder.path("site/inner"), 0)
        let outcome = try await folder.osteolint("--format", "json", "site")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["unreadable site/inner", "unreadable site/page.html"])
        #expect(try outcome.report()["failures"][0]["message"].text == "cannot be read: Permission denied")
        #expect(try outcome.report()["summary"]["files"].integer == 1)
    }

    @Test("A folder whose names may be read but not followed", .disabled(if: canReadAll, "root may read everything"))
    func notSearchable() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/inner/deep/page.html", SamplePage.good)
        chmod(folder.path("site/inner"), 0o400)
        let outcome = try await folder.osteolint("--format", "json", "site")
        #expect(try outcome.failures().contains("unreadable site/inner/deep"))
        #expect(outcome.status == 2)
    }

    @Test("A file of --files-from that has vanished, and a link that leads nowhere")
    func vanished() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", SamplePage.good)
        try folder.link("b.html", to: "nowhere.html")
        try folder.link("c.html", to: "c.html")
        try folder.link("picture.png", to: "nowhere.png")
        try folder.write("list", ".\ngone.html\n")
        let outcome = try await folder.osteolint("--files-from", "list", "--format", "json")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["unreadable b.html", "unreadable c.html", "unreadable gone.html"])
        let messages = try outcome.report()["failures"].items.compactMap { $0["message"].text }
        #expect(
            messages == [
                "no such file", "cannot be read: Too many levels of symbolic links", "no such file",
            ])
    }

    /// The bytes that a file begins with, and what the message calls it.
    private static let binaries: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image, not a page; leave it out with `exclude`"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image, not a page; leave it out with `exclude`"),
        ([0x1F, 0x8B, 0x08, 0x00], "gzip data, not a page; unpack it first"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, not a page; unpack it first"),
        (Array("%PDF-1.7".utf8), "a PDF document, not a page; leave it out with `exclude`"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program, not a page; leave it out with `exclude`"),
    ]

    @Test("A binary file with a page's name", arguments: binaries)
    func binary(_ bytes: [UInt8], _ message: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", bytes + [0, 1, 2, 3])
        let outcome = try await folder.osteolint()
        #expect(outcome.status == 2)
        #expect(
            outcome.output == """
                failure[not-text]: \(message)
                  --> page.html

                inconclusive: no findings, 1 failure; no Osteocom embed in 1 page

                """)
        #expect(try await folder.osteolint("--format=json").failures() == ["not-text page.html"])
    }

    @Test("Bytes that are text of a kind", arguments: [[], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3, 0x28]])
    func oddBytes(_ bytes: [UInt8]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", bytes)
        for arguments in [[], ["--no-prescan"]] {
            let outcome = try await Command(arguments: arguments, folder: folder.root).run()
            #expect(outcome.status == 0)
            #expect(outcome.output == "passed: no findings; no Osteocom embed in 1 page\n")
        }
    }

    @Test("A file of a gigabyte is refused before it is read")
    func huge() async throws {
        let folder = try TemporaryFolder()
        try folder.write("huge.html", "")
        try folder.write("page.html", SamplePage.good)
        truncate(folder.path("huge.html"), 1 << 30)
        let outcome = try await folder.osteolint("--format", "json")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["too-large huge.html"])
        let message = "larger than 268435456 bytes; split the page or leave it out with `exclude`"
        #expect(try outcome.report()["failures"][0]["message"].text == message)
        #expect(try outcome.report()["summary"]["embeds"].integer == 1)
    }

    @Test("A pipe found by the way is not waited for")
    func pipe() async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("site")
        try folder.write("site/good.html", SamplePage.good)
        mkfifo(folder.path("site/pipe.html"), 0o600)
        mkfifo(folder.path("site/other"), 0o600)
        let outcome = try await folder.osteolint("--format", "json", "site", "./site/")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["unreadable site/pipe.html"])
    }

    @Test("Limits of a page are failures that name them")
    func limits() async throws {
        let folder = try TemporaryFolder()
        let attributes = (0...10_000).map { " a\($0)=1" }.joined()
        let source = #"src="https://www.osteocom.me/embed/course?\#(SamplePage.client)""#
        try folder.write("page.html", SamplePage.page("<iframe \(source)\(attributes)></iframe>"))
        let outcome = try await folder.osteolint("--format", "json")
        #expect(try outcome.failures() == ["too-complex page.html"])
        let message = "an element has more than 10000 attributes; is a quote missing?"
        #expect(try outcome.report()["failures"][0]["message"].text == message)
        #expect(outcome.status == 2)
    }
}
