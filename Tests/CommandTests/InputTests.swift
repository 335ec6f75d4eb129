import ProgramRuns
import Foundation
import ReportSchema
import Testing

@Suite("Which pages are read, and under which names")
struct InputTests {
    /// The paths of the embeds in a report, each once.
    private func paths(_ outcome: Outcome) throws -> [String] {
        try outcome.report()["embeds"].items.compactMap { $0["path"].text }
    }

    private func check(_ folder: TemporaryFolder, _ arguments: String...) async throws -> [String] {
        try paths(
            try await Command(arguments: ["--format=json", "--rendering=snapshot"] + arguments, folder: folder.root)
                .run())
    }

    @Test("Folders are read to the ground; hidden ones and other files are not")
    func folders() async throws {
        let folder = try TemporaryFolder()
        let read = ["a.html", "b/c.htm", "b/d/e.xhtml", "index.html"]
        for name in read + ["b/c.txt", ".git/a.html", "b/.cache/a.html", ".hidden.html", "f.HTML5"] {
            try folder.write(name, SamplePage.good)
        }
        #expect(try await check(folder) == read)
        #expect(try await check(folder, ".") == read)
        #expect(try await check(folder, ".git") == [".git/a.html"])
        #expect(try await check(folder, "b/c.txt", ".hidden.html") == [".hidden.html", "b/c.txt"])
    }

    @Test("What is named twice is read once")
    func once() async throws {
        let folder = try TemporaryFolder()
        try folder.write("b/c.html", SamplePage.good)
        #expect(
            try await check(folder, ".", "b", "b/c.html", "./b/../b/c.html", folder.path("b/c.html")) == ["b/c.html"])
    }

    @Test("Symbolic links are followed, and their loops survived")
    func links() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/page.html", SamplePage.good)
        try folder.write("shared/inner/page.html", SamplePage.good)
        try folder.link("site/link.html", to: "page.html")
        try folder.link("site/shared", to: "../shared")
        try folder.link("shared/inner/up", to: "../..")
        try folder.link("site/self", to: ".")
        let found = try await check(folder, "site")
        #expect(found == ["site/link.html", "site/page.html", "site/shared/inner/page.html"])
    }

    @Test("Names that are not UTF-8 are percent-encoded, those with odd characters written as they are")
    func oddNames() async throws {
        let folder = try TemporaryFolder()
        try folder.write(named: Array("caf\u{e9}.html".unicodeScalars.map { UInt8($0.value) }), SamplePage.faulty)
        try folder.write(named: Array("new\nline.html".utf8), SamplePage.faulty)
        try folder.write(named: Array("red\u{1B}[31m.html".utf8), SamplePage.faulty)
        try folder.write(named: Array("übung 100%.html".utf8), SamplePage.faulty)
        #expect(
            try await check(folder) == [
                "caf%E9.html", "new\nline.html", "red\u{1B}[31m.html", "übung 100%.html",
            ])
        let text = try await folder.osteolint("--rendering=snapshot", "--all-places").output
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains(#"new\u{A}line.html:3:110, red\u{1B}[31m.html:3:110, übung 100%.html:3:110"#))
    }

    @Test("--files-from takes lines or NUL, from a file or from standard input")
    func lists() async throws {
        let folder = try TemporaryFolder()
        for name in ["a.html", "b/c.html", "new\nline.html", "left-out.html"] {
            try folder.write(name, SamplePage.good)
        }
        try folder.write("lines", "a.html\r\n\nb\n")
        try folder.write("nul", "new\nline.html\u{0}b/c.html\u{0}")
        #expect(try await check(folder, "--files-from", "lines") == ["a.html", "b/c.html"])
        #expect(try await check(folder, "--files-from", "nul") == ["b/c.html", "new\nline.html"])
        #expect(try await check(folder, "--files-from", "lines", "left-out.html").contains("left-out.html"))
        let piped = try await folder.osteolint(
            "--files-from", "-", "--format", "json", input: .bytes(Array("a.html\u{0}".utf8)))
        #expect(try paths(piped) == ["a.html"])
    }

    @Test("A list may name what is not UTF-8")
    func listedBytes() async throws {
        let folder = try TemporaryFolder()
        try folder.write(named: [0xE9] + Array(".html".utf8), SamplePage.good)
        let outcome = try await folder.osteolint(
            "--files-from=-", "--format=json", input: .bytes([0xE9] + Array(".html\n".utf8)))
        #expect(try paths(outcome) == ["%E9.html"])
    }

    @Test("Standard input is a page named -")
    func standardInput() async throws {
        let folder = try TemporaryFolder()
        let input = Command.Input.bytes(Array(SamplePage.faulty.utf8))
        let outcome = try await folder.osteolint("-", "--format=json", input: input)
        #expect(try paths(outcome) == ["-"])
        #expect(try outcome.rules() == ["product-id-malformed"])
        #expect(try await folder.osteolint("check", "-", input: input).output.contains("  --> -:3:110\n"))
    }

    /// Globs of `include` or `exclude`, and which of the files they match.
    struct GlobCase: CustomTestStringConvertible, Sendable {
        let glob: String
        let matches: [String]

        init(_ glob: String, _ matches: String...) {
            self.glob = glob
            self.matches = matches
        }

        var testDescription: String { glob }
    }

    private static let files = [
        "a.html", "a.php", "b.html", "index.html", "x/a.html", "x/b.htm", "x/y/a.html", "x/y/index.html", "z[1]/a.html",
    ]

    private static let globs = [
        GlobCase(
            "**/*.html", "a.html", "b.html", "index.html", "x/a.html", "x/y/a.html", "x/y/index.html", "z[1]/a.html"),
        GlobCase("*.html", "a.html", "b.html", "index.html", "x/a.html", "x/y/a.html", "x/y/index.html", "z[1]/a.html"),
        GlobCase("./*.php", "a.php"),
        GlobCase("x/*.*", "x/a.html", "x/b.htm"),
        GlobCase("x/**", "x/a.html", "x/b.htm", "x/y/a.html", "x/y/index.html"),
        GlobCase("x/", "x/a.html", "x/b.htm", "x/y/a.html", "x/y/index.html"),
        GlobCase("x/**/a.html", "x/a.html", "x/y/a.html"),
        GlobCase("**/y/*", "x/y/a.html", "x/y/index.html"),
        GlobCase(
            "**", "a.html", "a.php", "b.html", "index.html", "x/a.html", "x/b.htm", "x/y/a.html", "x/y/index.html",
            "z[1]/a.html"),
        GlobCase("?.html", "a.html", "b.html", "x/a.html", "x/y/a.html", "z[1]/a.html"),
        GlobCase("[!a]*.{html,htm}", "b.html", "index.html", "x/b.htm", "x/y/index.html"),
        GlobCase("[a-b].{p{hp,y},htm}", "a.php", "x/b.htm"),
        GlobCase("z[[]1]/*", "z[1]/a.html"),
        GlobCase("{x,z*}/a.html", "x/a.html", "z[1]/a.html"),
        GlobCase("*.{jsp,asp}"),
        GlobCase("A.html"),
    ]

    @Test("Globs of pages", arguments: globs)
    func include(_ sample: GlobCase) async throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file, SamplePage.good) }
        #expect(try await check(folder, "--include", sample.glob) == sample.matches)
        let rest = Self.files.filter { !sample.matches.contains($0) }
        #expect(try await check(folder, "--include", "**", "--exclude", sample.glob) == rest)
    }

    @Test("Globs in the configuration, a folder left out as a whole, and flags in their place")
    func configured() async throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file, SamplePage.good) }
        try folder.write(".osteolint.yml", "include: ['*.php', '*.htm']\nexclude:\n  - x\n")
        #expect(try await check(folder) == ["a.php"])
        #expect(try await check(folder, "--exclude", "*.php") == ["x/b.htm"])
        #expect(try await check(folder, "--include", "*.html") == ["a.html", "b.html", "index.html", "z[1]/a.html"])
        #expect(
            try await check(folder, "--exclude", "x/*", "--include", "*.htm*").count == 4, "x/y is left out as a whole")
        #expect(try await check(folder, "x/a.html") == ["x/a.html"], "what is named is read")
    }

    @Test("Globs speak of paths below each folder named")
    func relativeGlobs() async throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write("site/" + file, SamplePage.good) }
        #expect(try await check(folder, "site", "--include", "x/a.html") == ["site/x/a.html"])
        #expect(try await check(folder, "site/x", "--include", "y/*") == ["site/x/y/a.html", "site/x/y/index.html"])
    }
}
