import Testing
import WebURL

struct URLParseFailureTests {
    @Test(
        arguments: [
            ("", .missingScheme),
            ("www.osteocom.me/embed", .missingScheme),
            ("//h/p", .missingScheme),
            ("1http://h", .missingScheme),
            ("https://", .missingHost),
            ("https://user@/p", .missingHost),
            ("https://:443/", .missingHost),
            ("https://\u{AD}/", .missingHost),
            ("https://a b/", .forbiddenHostCodePoint(" ")),
            ("https://a%00b/", .forbiddenHostCodePoint("\0")),
            ("https://a|b/", .forbiddenHostCodePoint("|")),
            ("https://a%25b/", .forbiddenHostCodePoint("%")),
            ("sc://a b/", .forbiddenHostCodePoint(" ")),
            ("https://\u{FFFD}/", .invalidDomain("\u{FFFD}")),
            ("https://%ff/", .invalidDomain("\u{FFFD}")),
            ("https://xn--a.ß/", .invalidPunycode("xn--a.ß")),
            ("https://1.2.3.256/", .invalidIPv4Address("1.2.3.256")),
            ("https://a.0x/", .invalidIPv4Address("a.0x")),
            ("https://[::1/", .invalidIPv6Address("[::1")),
            ("https://[1:2]/", .invalidIPv6Address("[1:2]")),
            ("https://h:8o/", .invalidPort("8o")),
            ("https://h:-1/", .invalidPort("-1")),
            ("https://h:65536/", .portOutOfRange("65536")),
            ("https://h:99999999999999999999/", .portOutOfRange("99999999999999999999")),
        ] as [(String, URLParseFailure)])
    func saysWhy(text: String, failure: URLParseFailure) {
        #expect(throws: failure) { try WebURL(parsing: text) }
        #expect(WebURL(text) == nil)
    }

    @Test func relativeToOpaquePath() throws {
        let base = try WebURL(parsing: "about:blank")
        #expect(throws: URLParseFailure.opaqueBase(scheme: "about")) { try WebURL(parsing: "a", base: base) }
        #expect(WebURL("#a", base: base)?.href == "about:blank#a")
    }

    @Test(
        arguments: [
            (.missingScheme, "the URL has no scheme such as https:"),
            (.forbiddenHostCodePoint(" "), "the host cannot hold a space"),
            (.forbiddenHostCodePoint("|"), "the host cannot hold \"|\""),
            (.forbiddenHostCodePoint("\0"), "the host cannot hold U+0000"),
            (.portOutOfRange("65536"), "the port 65536 is larger than 65535"),
        ] as [(URLParseFailure, String)])
    func inWords(failure: URLParseFailure, words: String) {
        #expect(failure.description == words)
    }
}
