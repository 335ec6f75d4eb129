import Testing
import WebURL

struct OriginTests {
    @Test(arguments: [
        ("https://lms.partner.com/a?b#c", "https://lms.partner.com"),
        ("HTTPS://u:p@LMS.partner.com:443/", "https://lms.partner.com"),
        ("http://h:8080", "http://h:8080"),
        ("wss://[::1]:1/", "wss://[::1]:1"),
        ("ftp://h/", "ftp://h"),
        ("blob:https://h:8443/0", "https://h:8443"),
        ("blob:data:,x", "null"),
        ("data:,x", "null"),
        ("file:///a", "null"),
        ("about:blank", "null"),
        ("sc://h/", "null"),
    ])
    func ofURL(text: String, serialized: String) throws {
        #expect(try WebURL(parsing: text).origin.serialized == serialized)
    }

    @Test func parts() throws {
        let tuple = try #require(WebURL("https://h/")?.origin.tuple)
        #expect(tuple == OriginTuple(scheme: "https", host: .domain("h"), port: 443))
        #expect(tuple.port == nil)
        #expect(tuple.effectivePort == 443)
        #expect(Origin.opaque.tuple == nil)
    }

    @Test(arguments: [
        ("https://h", "https://h/a", true),
        ("https://h", "https://h:443", true),
        ("https://h", "http://h", false),
        ("https://h", "https://h:8443", false),
        ("https://h", "https://h.", false),
        ("https://h", "https://a.h", false),
        ("data:,x", "data:,x", false),
    ])
    func sameOrigin(one: String, other: String, expected: Bool) throws {
        let origin = try WebURL(parsing: one).origin
        #expect(try origin.isSameOrigin(as: WebURL(parsing: other).origin) == expected)
    }

    @Test(arguments: ["https://lms.partner.com", "http://h:8080", "https://[::1]", "http://127.0.0.1:3000", "null"])
    func serialized(text: String) {
        #expect(Origin(serialized: text)?.serialized == text)
    }

    @Test(arguments: [
        "", "h", "https://h/", "https://H", "https://h:443", "https://h?", "https://u@h", " https://h", "//h",
        "data:,x",
        "https://bücher.example", "file://",
    ])
    func notSerialized(text: String) {
        #expect(Origin(serialized: text) == nil)
    }
}
