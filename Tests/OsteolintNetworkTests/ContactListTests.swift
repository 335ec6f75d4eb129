import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Contact list")
struct ContactListTests {
    @Test(
        "Osteocom's hosts are asked by https on their own port",
        arguments: [
            "https://www.osteocom.me/embed/x", "https://osteocom.me/", "https://test.osteocom.me/?a=b#c",
            "https://WWW.OSTEOCOM.ME:443/",
        ])
    func own(_ text: String) throws {
        let url = try #require(WebURL(text))
        #expect(try !ContactList(environment: nil).contact(for: url).mayBePrivate)
    }

    static let foreign: [(String, FetchFailure)] = [
        ("http://www.osteocom.me/", .schemeNotAllowed(scheme: "http")),
        ("ftp://www.osteocom.me/", .schemeNotAllowed(scheme: "ftp")),
        ("ws://www.osteocom.me/", .schemeNotAllowed(scheme: "ws")),
        ("file:///etc/passwd", .schemeNotAllowed(scheme: "file")),
        ("data:text/html,card", .schemeNotAllowed(scheme: "data")),
        ("javascript:alert(1)", .schemeNotAllowed(scheme: "javascript")),
        ("https://www.osteocom.me:8443/", .portNotAllowed(host: "www.osteocom.me:8443")),
        ("https://www.osteocom.me./", .hostNotAllowed(host: "www.osteocom.me.")),
        ("https://shop.osteocom.me/", .hostNotAllowed(host: "shop.osteocom.me")),
        ("https://www.osteocom.me.evil.example/", .hostNotAllowed(host: "www.osteocom.me.evil.example")),
        ("https://www.osteocom.me@evil.example/", .hostNotAllowed(host: "evil.example")),
        ("https://user:secret@www.osteocom.me/", .hostNotAllowed(host: "www.osteocom.me")),
        ("https://169.254.169.254/latest/meta-data/", .hostNotAllowed(host: "169.254.169.254")),
        ("https://2852039166/", .hostNotAllowed(host: "169.254.169.254")),
        ("https://[::ffff:169.254.169.254]/", .hostNotAllowed(host: "[::ffff:a9fe:a9fe]")),
        ("http://localhost/", .hostNotAllowed(host: "localhost")),
    ]

    @Test("Others are not asked", arguments: foreign)
    func refuse(_ text: String, _ expected: FetchFailure) throws {
        let url = try #require(WebURL(text))
        #expect(throws: expected) { _ = try ContactList(environment: .production).contact(for: url) }
        #expect(!ContactList(environment: .production).allows(url))
    }

    @Test("What the user names is asked, with its scheme and port, and may be private")
    func named() throws {
        let custom = Environment.custom(
            name: "staging", origin: try #require(Origin(serialized: "http://10.0.0.7:8080")))
        let list = ContactList(environment: custom, named: [try #require(WebURL("https://lms.partner.com/a/b"))])
        for text in ["http://10.0.0.7:8080/embed/x", "https://lms.partner.com/elsewhere"] {
            #expect(try list.contact(for: #require(WebURL(text))).mayBePrivate)
        }
        for text in ["https://10.0.0.7:8080/", "http://10.0.0.7/", "http://lms.partner.com/", "https://partner.com/"] {
            #expect(try !list.allows(#require(WebURL(text))))
        }
    }

    @Test("Osteocom's own host may be private where the user names it")
    func ownNamed() throws {
        let url = try #require(WebURL("https://test.osteocom.me/embed/x"))
        #expect(try ContactList(environment: nil, named: [url]).contact(for: url).mayBePrivate)
    }
}
