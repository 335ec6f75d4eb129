import HostingFiles
import OsteolintCore
import Testing

@Suite("_headers of Netlify and Cloudflare Pages")
struct HeadersFileTests {
    private static let text = """
        # all of them
        /*
          X-Frame-Options: DENY
          Content-Security-Policy: frame-src 'self'

        /courses/:name
          content-security-policy :  frame-src https://www.osteocom.me/
        \tCross-Origin-Embedder-Policy: require-corp
        /about
          ! Content-Security-Policy
          Content-Security-Policy: img-src *
        """

    @Test("Each rule that matches adds what it says, with its place")
    func fields() throws {
        let site = try SampleSite(["_headers": Self.text])
        #expect(site.fields(of: "index.html") == ["4:28-4:44 frame-src 'self'"])
        #expect(
            site.fields(of: "courses/a.html") == [
                "4:28-4:44 frame-src 'self'", "7:30-7:64 frame-src https://www.osteocom.me/",
                "8:32-8:44 cross-origin-embedder-policy: require-corp",
            ])
        #expect(site.fields(of: "courses/deep/a.html") == ["4:28-4:44 frame-src 'self'"])
    }

    @Test("A field that is detached is gone, but not for the page's other path")
    func detached() throws {
        let site = try SampleSite(["_headers": Self.text])
        #expect(
            site.fields(of: "about.html") == ["4:28-4:44 frame-src 'self'", "11:28-11:37 img-src *"])
        let all = try SampleSite([
            "_headers": "/*\n  Content-Security-Policy: a\n/about*\n  ! content-security-policy\n"
        ])
        #expect(all.fields(of: "about.html").isEmpty)
        #expect(all.fields(of: "other.html") == ["2:28-2:29 a"])
    }

    /// A path in the file, and pages that it is for and is not for.
    struct Case: CustomTestStringConvertible, Sendable {
        let path: String
        let pages: [String]
        let others: [String]

        var testDescription: String { path }
    }

    @Test(
        "Paths",
        arguments: [
            Case(path: "/", pages: ["index.html"], others: ["a.html", "b/index.html"]),
            Case(path: "/b", pages: ["b.html", "b/index.html"], others: ["index.html", "b/c.html"]),
            Case(path: "/b/", pages: ["b/index.html", "b/index.htm"], others: ["b.html", "b/c.html"]),
            Case(path: "/b/*", pages: ["b/index.html", "b/c/d.html"], others: ["b.html", "bc/index.html"]),
            Case(path: "/*.html", pages: ["a.html", "b/c.html"], others: ["a.xhtml"]),
            Case(path: "/b/index.html", pages: ["b/index.html"], others: ["index.html"]),
            Case(path: "/:one/:two", pages: ["a/b.html"], others: ["a.html", "a/b/c.html"]),
            Case(path: "/a:8080", pages: ["a:8080.html"], others: ["a.html"]),
            Case(path: "/sp%20ce", pages: ["sp ce.html"], others: ["space.html"]),
            Case(path: "/é", pages: ["é.html"], others: ["e.html"]),
            Case(path: "/%C3%A9", pages: ["é.html"], others: ["e.html"]),
            Case(path: "https://a.example/x", pages: ["x.html"], others: ["y.html"]),
            Case(path: "https://:v.pages.dev", pages: [], others: ["x.html", "index.html"]),
        ])
    func paths(_ sample: Case) throws {
        let site = try SampleSite(["_headers": "\(sample.path)\n  Content-Security-Policy: x\n"])
        for page in sample.pages { #expect(site.values(of: page) == ["x"], "\(page)") }
        for page in sample.others { #expect(site.values(of: page).isEmpty, "\(page)") }
    }

    @Test("A path with a host counts for the origins that are declared, and for all where none is")
    func hosts() throws {
        let text = "https://*.example/*\n  Content-Security-Policy: x\n"
        #expect(try SampleSite(["_headers": text]).values(of: "a.html") == ["x"])
        #expect(
            try SampleSite(["_headers": text], origins: ["https://lms.example"]).values(of: "a.html") == ["x"])
        #expect(
            try SampleSite(["_headers": text], origins: ["https://lms.test"]).values(of: "a.html").isEmpty)
    }

    @Test("A file counts for its folder and what is below")
    func folders() throws {
        let site = try SampleSite(["dist/en/_headers": "/a\n  Content-Security-Policy: x\n"])
        #expect(site.values(of: "dist/en/a.html", sitePath: "en/a.html") == ["x"])
        #expect(site.values(of: "dist/a.html", sitePath: "a.html").isEmpty)
        #expect(site.values(of: "dist/english/a.html", sitePath: "english/a.html").isEmpty)
    }

    @Test("A file that the configuration names counts for all pages")
    func named() throws {
        let site = try SampleSite(["deploy/_headers": "/a\n  Content-Security-Policy: x\n"], named: ["deploy/_headers"])
        #expect(site.values(of: "dist/a.html", sitePath: "a.html") == ["x"])
        #expect(site.values(of: "dist/b.html", sitePath: "b.html").isEmpty)
    }

    @Test("Byte order mark, CRLF and bytes that are not UTF-8 do no harm")
    func oddBytes() throws {
        let bytes: [UInt8] = Array("\u{FEFF}/*\r\n  Content-Security-Policy: a".utf8) + [0xFF] + Array("b\r\n".utf8)
        let document = try SampleSite.read("_headers", bytes)
        let files = HostingDocument.files([document], of: HostedSite(pages: [], origins: []))
        let fields = files.flatMap { $0.fields(of: HostedPage(path: "a.html", sitePath: "a.html")) }
        #expect(fields.map(\.value.text) == ["a\u{FFFD}b"])
        #expect(fields.first?.value.range.start == SourceLocation(line: 2, column: 28))
        #expect(fields.first?.value.range.end == SourceLocation(line: 2, column: 31))
    }

    @Test("What is neither path nor field is passed over")
    func noise() throws {
        let site = try SampleSite([
            "_headers":
                "Content-Security-Policy: early\n/*\n\n  no colon\n  : x\n  Content-Security-Policy:\n  !\n  ! \n"
        ])
        #expect(site.values(of: "a.html").isEmpty)
    }

    @Test("The excerpt holds the line, and the place names the file")
    func excerpt() throws {
        let field = try #require(try SampleSite(["_headers": Self.text]).pageFields(of: "index.html").first)
        #expect(field.excerpt?.line(4)?.text == "  Content-Security-Policy: frame-src 'self'")
        #expect(field.source == .hosting(.headers))
        let place = field.place(of: 10..<16)
        #expect(place.path == "_headers")
        #expect(place.range?.start == SourceLocation(line: 4, column: 38))
    }
}
