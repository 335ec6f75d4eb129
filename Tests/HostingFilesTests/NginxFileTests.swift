import HostingFiles
import OsteolintCore
import Testing

@Suite("Parts of nginx's configuration")
struct NginxFileTests {
    private static func site(_ text: String) throws -> SampleSite {
        try SampleSite(["deploy/site.conf": text], named: ["deploy/site.conf"])
    }

    @Test(
        "Directives",
        arguments: [
            ("add_header Content-Security-Policy \"frame-src 'self'; x\" always;", ["1:37-1:56 frame-src 'self'; x"]),
            (
                "add_header content-security-policy a; add_header Content-Security-Policy b;",
                ["1:36-1:37 a", "1:74-1:75 b"]
            ),
            (#"add_header Content-Security-Policy 'a \' \" \\ \x';"#, [#"1:37-1:50 a ' " \ \x"#]),
            ("add_header\n  Content-Security-Policy\n  'a\n   b'\n;", ["3:4-4:5 a\n   b"]),
            ("# add_header Content-Security-Policy a;\nadd_header X-Other \"}\";", []),
            ("server { listen 80; add_header Content-Security-Policy a; location / { root /x; } }", ["1:56-1:57 a"]),
            ("server { return 301 https://x; add_header Content-Security-Policy a; }", []),
            ("http { add_header Content-Security-Policy a; server { add_header X-Other b; } }", []),
            ("http { add_header Content-Security-Policy a; server { root /x; } }", ["1:43-1:44 a"]),
            ("add_header Content-Security-Policy '';", []), ("add_header Content-Security-Policy;", []),
            ("", []), ("include x.conf;", []),
        ])
    func directives(_ text: String, _ expected: [String]) throws {
        let site = try Self.site(text)
        #expect(site.fields(of: "a.html") == expected)
        #expect(site.remarks(of: "a.html").isEmpty)
    }

    /// What stands between `location` and its brace, and pages that it is for and is not for.
    struct Case: CustomTestStringConvertible, Sendable {
        let words: String
        let pages: [String]
        let others: [String]

        var testDescription: String { words }
    }

    @Test(
        "Locations",
        arguments: [
            Case(words: "/", pages: ["a.html", "index.html"], others: []),
            Case(words: "/courses/", pages: ["courses/a.html", "courses/index.html"], others: ["a.html"]),
            Case(words: "= /a.html", pages: ["a.html"], others: ["b.html"]),
            Case(words: "=/", pages: ["index.html"], others: ["a.html"]),
            Case(words: "^~ /b", pages: ["b.html", "b/c.html"], others: ["a.html"]),
            Case(words: "~ \\.html$", pages: ["a.html"], others: ["a.xhtml"]),
            Case(words: "~* \"\\.(HTML|php)$\"", pages: ["a.html"], others: ["a.xhtml"]),
            Case(words: "~ \"^/[a-c]{2}/\"", pages: ["ab/x.html"], others: ["ad/x.html"]),
            Case(words: "@named", pages: [], others: ["a.html"]),
        ])
    func locations(_ sample: Case) throws {
        let site = try Self.site("server { location \(sample.words) { add_header Content-Security-Policy x; } }")
        for page in sample.pages { #expect(site.values(of: page) == ["x"], "\(page)") }
        for page in sample.others { #expect(site.values(of: page).isEmpty, "\(page)") }
    }

    @Test("The location that nginx takes decides, and a level with fields of its own drops those above")
    func choice() throws {
        let text = """
            server {
              add_header Content-Security-Policy server;
              location / { }
              location /b { add_header Content-Security-Policy beginning; }
              location /b/deep { add_header X-Other none; }
              location ^~ /c { add_header Content-Security-Policy final; }
              location ~ \\.html$ { add_header Content-Security-Policy expression; }
              location = /b/exact.html { add_header Content-Security-Policy exact;
                location /b/exact.html/x { } }
            }
            """
        let site = try Self.site(text)
        #expect(site.values(of: "a.xhtml") == ["server"])
        #expect(site.values(of: "a.html") == ["expression", "server"])
        #expect(site.values(of: "b/x.xhtml") == ["beginning"])
        #expect(site.values(of: "b/x.html") == ["expression", "beginning"])
        #expect(site.values(of: "b/deep/x.xhtml").isEmpty)
        #expect(site.values(of: "c/x.html") == ["final"])
        #expect(site.values(of: "b/exact.html") == ["exact", "beginning"])
    }

    @Test(
        "What depends on the request is said and not judged",
        arguments: [
            ("add_header Content-Security-Policy \"a $nonce\";", "its value holds a variable, `a $nonce`"),
            ("add_header Content-Security-Policy ${csp};", "its value holds a variable, `${csp}`"),
            (
                "location / { if ($x) { add_header Content-Security-Policy a; } }",
                "whether it is sent depends on `if` around it"
            ),
            (
                "location ~ (?<=a) { add_header Content-Security-Policy a; }",
                "whether it is sent depends on the expression `(?<=a)`, which osteolint does not understand"
            ),
        ])
    func doubts(_ text: String, _ reason: String) throws {
        let site = try Self.site(text)
        #expect(site.values(of: "a.html").isEmpty)
        #expect(
            site.remarks(of: "a.html")
                == ["deploy/site.conf: line 1: Content-Security-Policy was not judged, since \(reason)"])
    }

    @Test(
        "What is not nginx's is a fault with its place",
        arguments: [
            ("server {\n", "line 1, column 8: a brace that opens here is not closed; close it"),
            ("a;\n }", "line 2, column 2: a brace closes here that nothing opens; take it out"),
            ("server { a b }", "line 1, column 13: a semicolon is missing before the closing brace; write one"),
            ("a b", "line 1, column 4: a semicolon is missing before the end of the file; write one"),
            ("a 'b;", "line 1, column 3: a quote that begins here is not closed; close it"),
            (
                String(repeating: "a{", count: 5000),
                "line 1, column 66: blocks are nested more than 32 deep; is a brace missing?"
            ),
        ])
    func faults(_ text: String, _ message: String) throws {
        let error = try #require(throws: HostingFault.self) { try Self.site(text) }
        #expect(error.message == message)
    }
}
