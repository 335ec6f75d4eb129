import HostingFiles
import OsteolintCore
import Testing

@Suite("vercel.json")
struct VercelFileTests {
    private static func text(_ source: String, _ value: String = "x", more: String = "") -> String {
        """
        {"headers": [{"headers": [{"key": "content-Security-Policy", "value": "\(value)"}], "source": "\(source)"}]\(more)}
        """
    }

    /// A source, and pages that it is for and is not for.
    struct Case: CustomTestStringConvertible, Sendable {
        let source: String
        let pages: [String]
        let others: [String]

        var testDescription: String { source }
    }

    @Test(
        "Sources",
        arguments: [
            Case(source: "/(.*)", pages: ["index.html", "a/b.html"], others: []),
            Case(source: "/:path*", pages: ["index.html", "a/b.html"], others: []),
            Case(source: "/:path+", pages: ["a/b.html"], others: []),
            Case(
                source: "/courses/:id", pages: ["courses/a.html", "courses/index.html"],
                others: ["a.html", "courses/a/b.html"]),
            Case(source: "/courses/:id(\\\\d+)", pages: ["courses/12.html"], others: ["courses/a.html"]),
            Case(source: "/courses/:id?", pages: ["courses/index.html", "courses/a.html"], others: ["a.html"]),
            Case(source: "/a.html", pages: ["a.html"], others: ["aahtml.html"]),
            Case(source: "/((?!about).*)", pages: ["a.html"], others: ["about.html", "about/x.html"]),
            Case(source: "/(a|b)/c", pages: ["a/c.html", "b/c.html"], others: ["c/c.html"]),
            Case(source: "/a", pages: ["a.html"], others: ["A.html", "ab.html"]),
        ])
    func sources(_ sample: Case) throws {
        let site = try SampleSite(["vercel.json": Self.text(sample.source)])
        for page in sample.pages { #expect(site.values(of: page) == ["x"], "\(page)") }
        for page in sample.others { #expect(site.values(of: page).isEmpty, "\(page)") }
        #expect(site.remarks(of: "a.html").isEmpty)
    }

    @Test("Escapes keep the place of each character")
    func places() throws {
        let site = try SampleSite(["vercel.json": Self.text("/(.*)", #"a \"\u0062\u00e9 c"#)])
        #expect(site.fields(of: "a.html") == [#"1:72-1:90 a "bé c"#])
        let field = try #require(site.pageFields(of: "a.html").first)
        #expect(
            [0, 2, 3, 4, 7].map { field.value.location(at: $0).column } == [72, 74, 76, 82, 89])
    }

    @Test("The last rule that names a field decides")
    func last() throws {
        let text = """
            {"headers": [
              {"source": "/(.*)", "headers": [{"key": "Content-Security-Policy", "value": "strict"}]},
              {"source": "/a(.*)", "headers": [{"key": "content-security-policy", "value": "lax"}]}
            ]}
            """
        let site = try SampleSite(["vercel.json": text])
        #expect(site.fields(of: "a.html") == ["3:81-3:84 lax"])
        #expect(site.values(of: "b.html") == ["strict"])
    }

    @Test("Clean URLs and slashes at the end decide on a page's paths")
    func paths() throws {
        let clean = try SampleSite(["vercel.json": Self.text("/(.*).html", more: #", "cleanUrls": true"#)])
        #expect(clean.values(of: "a.html").isEmpty)
        let slash = try SampleSite([
            "vercel.json": Self.text("/a/", more: #", "cleanUrls": true, "trailingSlash": true"#)
        ])
        #expect(slash.values(of: "a.html") == ["x"])
        #expect(slash.values(of: "a/index.html") == ["x"])
        let none = try SampleSite(["vercel.json": Self.text("/a/", more: #", "trailingSlash": false"#)])
        #expect(none.values(of: "a/index.html").isEmpty)
        let output = try SampleSite(
            ["vercel.json": Self.text("/a", more: #", "outputDirectory": "out""#)], pages: ["out/a.html"])
        #expect(output.values(of: "out/a.html") == ["x"])
        #expect(output.values(of: "a.html").isEmpty)
    }

    @Test("What depends on the request, or is not understood, is said and not judged")
    func doubts() throws {
        let text = """
            {"headers": [
              {"source": "/(.*)", "has": [{"type": "host", "value": "x"}],
               "headers": [{"key": "Content-Security-Policy", "value": "a"}, {"key": "X-Other", "value": "b"}]},
              {"source": "/{a}?", "headers": [{"key": "Cross-Origin-Embedder-Policy", "value": "c"}]},
              {"source": "/(.*)", "missing": [], "headers": [{"key": "Content-Security-Policy", "value": "d"}]}
            ]}
            """
        let site = try SampleSite(["vercel.json": text])
        #expect(site.values(of: "a.html") == ["d"])
        #expect(
            site.remarks(of: "a.html") == [
                "vercel.json: line 3: Content-Security-Policy was not judged, since whether it is sent depends on `has`",
                "vercel.json: line 4: Cross-Origin-Embedder-Policy was not judged, since osteolint does not understand "
                    + "`/{a}?`",
            ])
    }

    @Test("Routes of the older kind count up to where files are served")
    func routes() throws {
        let text = """
            {"version": 2, "routes": [
              {"src": "/b.*", "headers": {"Content-Security-Policy": "b"}, "continue": true},
              {"src": "/bc.*", "headers": {"x-other": "b"}, "dest": "/$1"},
              {"src": "/(.*)", "headers": {"content-security-policy": "all"}, "continue": true},
              {"handle": "filesystem"},
              {"src": "/(.*)", "headers": {"Content-Security-Policy": "late"}},
              {"handle": "hit"},
              {"src": "/(.*)", "headers": {"Cross-Origin-Embedder-Policy": "hit"}, "continue": true}
            ]}
            """
        let site = try SampleSite(["vercel.json": text])
        #expect(site.values(of: "a.html") == ["all", "hit"])
        #expect(site.values(of: "b.html") == ["all", "hit"])
        #expect(site.values(of: "bc.html") == ["b"])
    }

    @Test(
        "What is no such JSON is a fault with its place",
        arguments: [
            (#"{"headers": [}"#, "line 1, column 14: `headers[0]` a value should stand here"),
            ("{\n\"headers\": {}}", "line 2, column 12: `headers` should be a list, and is an object"),
            (#"{"headers": [{"headers": []}]}"#, "line 1, column 29: `headers[0]` has no `source`"),
            ("", "line 1, column 1: ends where a value should stand; was it written to its end?"),
            (#"{"a": 1} x"#, "line 1, column 10: something stands behind the JSON text"),
            (#"{"a": \#(String(repeating: "[", count: 300))"#, "line 1, column 262"),
        ])
    func faults(_ text: String, _ message: String) throws {
        let error = try #require(throws: HostingFault.self) { try SampleSite(["vercel.json": text]) }
        #expect(error.message.hasPrefix(message), "\(error.message)")
    }
}
