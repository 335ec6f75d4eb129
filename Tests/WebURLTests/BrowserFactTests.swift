import Testing
import WebURL

/// What browsers make of URLs that other parsers read differently.
struct BrowserFactTests {
    @Test(arguments: [
        (#"https://www.osteocom.me\@evil.com/x"#, "https://www.osteocom.me/@evil.com/x"),
        (#"https:\\h\p"#, "https://h/p"),
        ("https:/h/p", "https://h/p"),
        ("https:h/p", "https://h/p"),
        ("https:////h/p", "https://h/p"),
        (" \t\nhttps://h/p \r\n", "https://h/p"),
        ("ht\ntps://\th/\rp", "https://h/p"),
        ("https://h/a b%36", "https://h/a%20b%36"),
        ("https://h/?a b%36'", "https://h/?a%20b%36%27"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("HTTPS://WWW.X:443/a/../b", "https://www.x/b"),
        ("https://www.osteocom.me./embed/", "https://www.osteocom.me./embed/"),
        ("https://user:p@ss@h/", "https://user:p%40ss@h/"),
        ("https://ｏｓｔｅｏｃｏｍ。me/", "https://osteocom.me/"),
        ("https://%6Fsteocom.me/", "https://osteocom.me/"),
        ("https://h", "https://h/"),
        ("https://h?q#f", "https://h/?q#f"),
        ("about:blank", "about:blank"),
        ("javascript:alert(1) // x", "javascript:alert(1) // x"),
        ("data:text/html,<p>a b</p>", "data:text/html,<p>a b</p>"),
        ("mailto:a@b.c?subject=x y", "mailto:a@b.c?subject=x%20y"),
        ("blob:https://h/0-1", "blob:https://h/0-1"),
    ])
    func absolute(text: String, href: String) {
        #expect(WebURL(text)?.href == href)
    }

    @Test(arguments: [
        ("", "https://lms.partner.com/a/b?q"),
        ("c", "https://lms.partner.com/a/c"),
        ("../../c", "https://lms.partner.com/c"),
        ("./%2e%2E/c/.", "https://lms.partner.com/c/"),
        ("/c", "https://lms.partner.com/c"),
        ("//www.osteocom.me/embed/", "https://www.osteocom.me/embed/"),
        (#"\\www.osteocom.me\embed\"#, "https://www.osteocom.me/embed/"),
        ("?x", "https://lms.partner.com/a/b?x"),
        ("#x", "https://lms.partner.com/a/b?q#x"),
        ("https:c", "https://lms.partner.com/a/c"),
        ("http:c", "http://c/"),
        ("www.osteocom.me/embed/", "https://lms.partner.com/a/www.osteocom.me/embed/"),
        ("www.osteocom.me:443/embed/", "www.osteocom.me:443/embed/"),
    ])
    func relative(text: String, href: String) throws {
        let base = try WebURL(parsing: "https://lms.partner.com/a/b?q#f")
        #expect(WebURL(text, base: base)?.href == href)
    }

    @Test func partsOfAnEmbed() throws {
        let url = try WebURL(parsing: "https://u:p@Test.Osteocom.me:8443/embed/c%20d?clientId=a&productId=b#top")
        #expect(url.scheme == "https")
        #expect(url.isSpecial)
        #expect(url.username == "u")
        #expect(url.password == "p")
        #expect(url.host == .domain("test.osteocom.me"))
        #expect(url.hostText == "test.osteocom.me")
        #expect(url.port == 8443)
        #expect(url.path == "/embed/c%20d")
        #expect(url.pathSegments == ["embed", "c%20d"])
        #expect(url.query == "clientId=a&productId=b")
        #expect(url.fragment == "top")
        #expect(url.formFields.map(\.name) == ["clientId", "productId"])
    }

    @Test func partsThatAreMissing() throws {
        let url = try WebURL(parsing: "data:,x")
        #expect(!url.isSpecial)
        #expect(url.hasOpaquePath)
        #expect(url.path == ",x")
        #expect(url.pathSegments.isEmpty)
        #expect(url.host == nil)
        #expect(url.port == nil)
        #expect(url.effectivePort == nil)
        #expect(url.query == nil)
        #expect(url.fragment == nil)
        #expect(url.formFields.isEmpty)
    }

    @Test func emptyQueryIsNotAMissingOne() {
        #expect(WebURL("https://h/?")?.query == "")
        #expect(WebURL("https://h/?")?.href == "https://h/?")
    }
}
