import Foundation
import HostingFiles
import OsteolintCore
import Testing

@Suite("netlify.toml")
struct NetlifyFileTests {
    private func fields(_ text: String, of page: String = "a.html") throws -> [String] {
        try SampleSite(["netlify.toml": text]).fields(of: page)
    }

    @Test(
        "Values in every notation of TOML, with their places",
        arguments: [
            ("[[headers]]\nfor = \"/*\"\n[headers.values]\nContent-Security-Policy = \"a b\"\n", "4:28-4:31 a b"),
            ("[[headers]]\nfor = '/*'\nvalues.Content-Security-Policy = 'a \\n'\n", #"3:35-3:39 a \n"#),
            ("[[headers]]\nfor = \"/*\"\nvalues = { \"Content-Security-Policy\" = \"x\" }\n", "3:41-3:42 x"),
            ("headers = [{for = \"/*\", values = {content-security-policy = \"x\"}}] # \"\n", "1:62-1:63 x"),
            ("[[headers]]\n[headers.values]\n'content-security-policy' = \"x\"\n[[headers]]\nfor='/b'\n", nil),
            (
                "[[ \"headers\" ]]\n\"for\" = \"/*\"\n[\"headers\".\"values\"]\n\"Content-Security-Policy\" = 'y'",
                "4:30-4:31 y"
            ),
            ("[[headers]]\nfor = \"/*\"\nvalues.Content-Security-Policy = [\"x\"]\n", "3:36-3:37 x"),
        ] as [(String, String?)])
    func notations(_ text: String, _ expected: String?) throws {
        #expect(try fields(text) == [expected].compactMap { $0 })
    }

    @Test("Strings of several lines and escapes keep the place of each character")
    func places() throws {
        let text = """
            [build] # "not a string
            command = "echo \\"hi\\" # no comment"
            [[headers]]
            for = "/*"
              [headers.values]
              Content-Security-Policy = \"\"\"
                default-src 'self';
                frame-src \\u0061 b; \\
                   img-src *
              \"\"\"
              Cross-Origin-Embedder-Policy = '''require-corp'''
            """
        let fields = try SampleSite(["netlify.toml": text]).pageFields(of: "a.html")
        #expect(
            fields.map(\.value.text) == ["default-src 'self';\n    frame-src a b; img-src *", "require-corp"])
        let policy = try #require(fields.first)
        let offsets = ["frame", "a b", "b;", "img"].compactMap { policy.value.text.range(of: $0)?.lowerBound }
            .map { policy.value.text.utf8.distance(from: policy.value.text.startIndex, to: $0) }
        #expect(
            offsets.map(policy.value.location(at:)) == [
                SourceLocation(line: 8, column: 5), SourceLocation(line: 8, column: 15),
                SourceLocation(line: 8, column: 22), SourceLocation(line: 9, column: 8),
            ])
        #expect(policy.excerpt?.line(9)?.text == "       img-src *")
        #expect(fields.last?.value.range.start == SourceLocation(line: 11, column: 37))
    }

    @Test("Two values are two policies")
    func list() throws {
        let text = "[[headers]]\nfor = \"/*\"\n[headers.values]\nContent-Security-Policy = [\n  \"a\",\n  \"b\"\n]\n"
        #expect(try fields(text) == ["5:4-5:5 a", "6:4-6:5 b"])
    }

    @Test("Paths are those of the folder that is published, where pages lie there")
    func published() throws {
        let text =
            "[build]\npublish = \"./dist/\"\n[[headers]]\nfor = \"/a\"\n[headers.values]\nContent-Security-Policy = \"x\"\n"
        let built = try SampleSite(["netlify.toml": text], pages: ["dist/a.html", "a.html"])
        #expect(built.values(of: "dist/a.html") == ["x"])
        #expect(built.values(of: "a.html").isEmpty)
        let copied = try SampleSite(["netlify.toml": text], pages: ["a.html", "distant/b.html"])
        #expect(copied.values(of: "a.html") == ["x"])
        let named = try SampleSite(["netlify.toml": text], named: ["netlify.toml"], pages: ["out/a.html"])
        #expect(named.values(of: "out/a.html", sitePath: "a.html") == ["x"])
        let based = try SampleSite(
            [
                "netlify.toml": "build.base = \"web\"\n"
                    + text.replacing("[build]\n", with: "build.").replacing("\n[[", with: "\n\n[[")
            ],
            pages: ["web/dist/a.html"])
        #expect(based.values(of: "web/dist/a.html") == ["x"])
    }

    @Test(
        "What is no TOML is a fault with its place",
        arguments: [
            ("[[headers]]\nfor = \"/*\n", "line 2, column 7: is not TOML: a string that begins here is not closed"),
            ("a = 1\na = 2\n", "line 2, column 1: is not TOML: a value of this name stands before"),
            ("a = \"\u{0}\"", "line 1, column 6: is not TOML: a control character in a string"),
            ("a = \"\\q\"", "line 1, column 6: is not TOML: an escape that TOML does not have"),
            ("a = \"\\ud800\"", "line 1, column 6: is not TOML: an escape of no character"),
            (
                "a = " + String(repeating: "[", count: 5000),
                "line 1, column 38: is not TOML: values are nested too deep"
            ),
            (String(repeating: "a.", count: 5000), "line 1, column 65: is not TOML: keys are nested too deep"),
            ("a = [1, 2\n", "line 2, column 1: is not TOML: a comma or the list's end should stand here"),
            ("a = {b = 1 c = 2}", "line 1, column 12: is not TOML: a comma or the table's end should stand here"),
            ("a = 1 b = 2", "line 1, column 7: is not TOML: a line should end here"),
            ("a = b", "line 1, column 5: is not TOML: a value should stand here"),
            ("a", "line 1, column 2: is not TOML: an equals sign should stand here"),
            ("= 1", "line 1, column 1: is not TOML: a key should stand here"),
            ("[a\n", "line 1, column 3: is not TOML: the bracket of a table's name should close here"),
            ("[a]\n[a]\n", "line 2, column 1: is not TOML: a table of this name stands before"),
            ("[[a]]\n[a]\n", "line 2, column 1: is not TOML: this is a list of tables"),
            ("[a]\n[[a]]\n", "line 2, column 1: is not TOML: this is no list of tables"),
        ])
    func faults(_ text: String, _ message: String) throws {
        let error = try #require(throws: HostingFault.self) { try SampleSite(["netlify.toml": text]) }
        #expect(error.reason == .unreadable)
        #expect(error.message == message)
    }

    @Test("All that TOML has besides is passed over")
    func otherValues() throws {
        let text = """
            a.b-c."d e" = 1_000 # one
            date = 1979-05-27 07:32:00.5Z
            day = 1979-05-27 # a day
            "" = -0x1F
            list = [ 1.5, [true, inf], # two

              {x = -nan, "y" = '''a
            b'''}, ]
            [[plugins]]
            [plugins.inputs]
            [[plugins]]
            [plugins.inputs]
            [[headers]]
            for = "/*"
            values.content-security-policy = ''''quoted''''
            """
        #expect(try fields(text) == ["15:37-15:45 'quoted'"])
    }

    @Test("Values of other types are passed over")
    func otherTypes() throws {
        let text = "headers = 3\n[build]\npublish = 7\n"
        #expect(try fields(text).isEmpty)
        #expect(
            try fields(
                "[[headers]]\nfor = 1\nvalues = 2\n[[headers]]\nfor = '/*'\nvalues.content-security-policy = 1979-05-27\n"
            ).isEmpty)
    }
}
