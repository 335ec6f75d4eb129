import HostingFiles
import OsteolintCore
import Testing

@Suite(".htaccess")
struct ApacheFileTests {
    @Test(
        "Directives",
        arguments: [
            ("Header set Content-Security-Policy \"frame-src 'self'\"", ["1:37-1:53 frame-src 'self'"]),
            ("  header ALWAYS set content-security-policy: 'a b' # c", ["1:47-1:50 a b"]),
            (#"Header set Content-Security-Policy "a \"b\" \\ \c""#, [#"1:37-1:50 a "b" \ \c"#]),
            ("Header set Content-Security-Policy a\nHeader set Content-Security-Policy b", ["2:36-2:37 b"]),
            (
                "Header set Content-Security-Policy a\nHeader always set Content-Security-Policy b",
                ["1:36-1:37 a", "2:43-2:44 b"]
            ),
            (
                "Header set Content-Security-Policy a\nHeader add Content-Security-Policy b",
                ["1:36-1:37 a", "2:36-2:37 b"]
            ),
            (
                "Header append Content-Security-Policy a\nHeader merge Content-Security-Policy b",
                ["1:39-1:40 a", "2:38-2:39 b"]
            ),
            ("Header set Content-Security-Policy a\nHeader setifempty Content-Security-Policy b", ["1:36-1:37 a"]),
            ("Header setifempty Content-Security-Policy b", ["1:43-1:44 b"]),
            ("Header set Content-Security-Policy a\nHeader unset Content-Security-Policy", []),
            ("Header always set Content-Security-Policy a\nHeader unset Content-Security-Policy", ["1:43-1:44 a"]),
            ("Header onsuccess set Content-Security-Policy a\nHeader unset Content-Security-Policy", []),
            ("Header set Content-Security-Policy a early", []),
            ("Header set Content-Security-Policy 100%%", ["1:36-1:41 100%"]),
            ("Header set X-Frame-Options DENY\n# Header set Content-Security-Policy a", []),
            ("Header set Content-Security-Policy", []),
            (
                "Header set Cross-Origin-Embedder-Policy require-corp",
                ["1:41-1:53 cross-origin-embedder-policy: require-corp"]
            ),
        ])
    func directives(_ text: String, _ expected: [String]) throws {
        let site = try SampleSite([".htaccess": text])
        #expect(site.fields(of: "a.html") == expected)
        #expect(site.remarks(of: "a.html").isEmpty)
    }

    @Test("A backslash at the end of a line joins the next, and places stay those of the file")
    func continued() throws {
        let text = "Header set Content-Security-Policy \"default-src 'self'; \\\r\n    frame-src \\\r\n  'none'\"\r\n"
        let fields = try SampleSite([".htaccess": text]).pageFields(of: "a.html")
        #expect(fields.map(\.value.text) == ["default-src 'self';     frame-src   'none'"])
        let value = try #require(fields.first?.value)
        let offset = value.text.utf8.count - "frame-src   'none'".utf8.count
        #expect(value.location(at: offset) == SourceLocation(line: 2, column: 5))
        #expect(value.location(at: offset + 12) == SourceLocation(line: 3, column: 3))
        #expect(value.end == SourceLocation(line: 3, column: 9))
    }

    @Test(
        "A field that is sent with pages only is sent with pages",
        arguments: [
            (#""expr=%{CONTENT_TYPE} =~ m#text\/(html|javascript)|application\/pdf|xml#i""#, true),
            ("\"expr=%{CONTENT_TYPE} =~ /html/\"", true), ("\"expr=%{CONTENT_TYPE} =~ m#^image/#\"", false),
        ])
    func contentType(_ condition: String, _ counts: Bool) throws {
        let site = try SampleSite([".htaccess": "Header always set Content-Security-Policy x \(condition)"])
        #expect(site.values(of: "sub/a.html") == (counts ? ["x"] : []))
        #expect(site.remarks(of: "sub/a.html").isEmpty == counts)
    }

    @Test(
        "Sections",
        arguments: [
            ("<IfModule mod_headers.c>\n%\n</IfModule>", true), ("<IfModule !mod_headers.c>\n%\n</IfModule>", false),
            ("<Files \"*.html\">\n%\n</Files>", true), ("<Files *.php>\n%\n</Files>", false),
            ("<Files \"[ab].h?ml\">\n%\n</Files>", true), ("<Files \"[!a]*\">\n%\n</Files>", false),
            ("<FilesMatch \"\\.(html?|php)$\">\n%\n</FilesMatch>", true),
            ("<FilesMatch \"^b\">\n%\n</FilesMatch>", false), ("<Files ~ \"A\\.html\">\n%\n</Files>", false),
            ("<FilesMatch \"(?i)^A\\.\">\n%\n</FilesMatch>", true),
            ("<FilesMatch \"a\">\n<IfModule x>\n%\n</IfModule>\n</FilesMatch>", true),
            ("<Files b>\n</Files>\n%", true), ("</Files>\n%", true),
        ])
    func sections(_ text: String, _ counts: Bool) throws {
        let directive = "Header set Content-Security-Policy x"
        let site = try SampleSite([".htaccess": text.replacing("%", with: directive)])
        #expect(site.values(of: "sub/a.html") == (counts ? ["x"] : []))
        #expect(site.remarks(of: "sub/a.html").isEmpty)
    }

    /// A directive that cannot be judged, and why.
    struct Doubt: CustomTestStringConvertible, Sendable {
        let text: String
        let line: Int
        let reason: String

        var testDescription: String { text }
    }

    private static let doubtful = [
        Doubt(
            text: "Header set Content-Security-Policy x env=!NO", line: 1,
            reason: "whether it is sent depends on `env=!NO`"),
        Doubt(
            text: "Header set Content-Security-Policy x \"expr=%{A} == 'b'\"", line: 1,
            reason: "whether it is sent depends on `expr=%{A} == 'b'`"),
        Doubt(
            text: "Header set Content-Security-Policy \"nonce-%{UNIQUE_ID}e\"", line: 1,
            reason: "its value holds what Apache fills in, `nonce-%{UNIQUE_ID}e`"),
        Doubt(
            text: "Header set Content-Security-Policy ${CSP}", line: 1,
            reason: "its value holds what Apache fills in, `${CSP}`"),
        Doubt(
            text: "<If \"%{HTTP_HOST} == 'x'\">\nHeader set Content-Security-Policy x\n</If>", line: 2,
            reason: "whether it is sent depends on `<If \"%{HTTP_HOST} == 'x'\">`"),
        Doubt(
            text: "<FilesMatch \"(?<=a)\">\nHeader set Content-Security-Policy x\n</FilesMatch>", line: 2,
            reason: "whether it is sent depends on `<FilesMatch \"(?<=a)\">`, which osteolint does not understand"),
        Doubt(
            text: "Header set Content-Security-Policy x\nHeader edit Content-Security-Policy ^ y", line: 2,
            reason: "`Header edit` changes it"),
    ]

    @Test("What depends on the request, or is filled in, is said and not judged", arguments: doubtful)
    func doubts(_ sample: Doubt) throws {
        let site = try SampleSite([".htaccess": sample.text])
        #expect(site.values(of: "a.html").isEmpty)
        #expect(
            site.remarks(of: "a.html")
                == [".htaccess: line \(sample.line): Content-Security-Policy was not judged, since \(sample.reason)"])
    }

    @Test("Nothing is said of other fields that depend on something")
    func otherFields() throws {
        let site = try SampleSite([".htaccess": "Header set X-Frame-Options DENY env=x\nHeader edit Set-Cookie a b\n"])
        #expect(site.remarks(of: "a.html").isEmpty)
    }

    @Test("Deeper folders override what those above set, and sections for files what stands outside of them")
    func folders() throws {
        let site = try SampleSite([
            "s/.htaccess":
                "<Files a.html>\nHeader set Content-Security-Policy file\n</Files>\nHeader set Content-Security-Policy top\n",
            "s/-x/.htaccess": "Header set Content-Security-Policy deep\nHeader add Content-Security-Policy more\n",
            "s/y/.htaccess": "Header unset Content-Security-Policy\n",
        ])
        #expect(site.values(of: "s/b.html") == ["top"])
        #expect(site.values(of: "s/a.html") == ["file"])
        #expect(site.values(of: "s/-x/b.html") == ["deep", "more"])
        #expect(site.values(of: "s/-x/z/b.html") == ["deep", "more"])
        #expect(site.values(of: "s/y/b.html").isEmpty)
        #expect(site.values(of: "s/y/a.html") == ["file"])
        #expect(site.values(of: "b.html").isEmpty)
        #expect(site.pageFields(of: "s/-x/b.html").map(\.path) == ["s/-x/.htaccess", "s/-x/.htaccess"])
    }

    @Test("A file that the configuration names counts for all pages, below those that are found")
    func named() throws {
        let site = try SampleSite(
            [
                "deploy/.htaccess": "Header set Content-Security-Policy x\n",
                "s/a/.htaccess": "Header unset Content-Security-Policy\n",
            ],
            named: ["deploy/.htaccess"])
        #expect(site.values(of: "s/b.html") == ["x"])
        #expect(site.values(of: "s/a/b.html").isEmpty)
    }

    @Test("Sections that are nested too deep are a fault")
    func deep() throws {
        let text = String(repeating: "<IfModule a>\n", count: 40)
        let error = try #require(throws: HostingFault.self) { try SampleSite([".htaccess": text]) }
        #expect(
            error.message
                == "line 33, column 1: sections are nested more than 32 deep; is a closing tag missing?")
    }
}
