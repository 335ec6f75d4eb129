import ContentSecurityPolicy
import Testing
import WebURL

@Suite("Source expressions")
struct SourceExpressionTests {
    /// An expression, what it is, and why it can never match an ancestor.
    private static let kinds: [(text: String, isInvalid: InvalidSource?, dead: DeadSource?)] = [
        ("'SELF'", nil, nil), ("*", nil, nil), ("https:", nil, nil), ("HTTPS://A.B", nil, nil), ("a:*", nil, nil),
        ("*.a.b:443/", nil, nil), ("a.b.", nil, nil), ("127.0.0.1", nil, nil), ("localhost", nil, nil),
        ("self", nil, nil), ("https://a/#x", nil, nil), ("a:080", nil, nil),
        ("'none'", nil, DeadSource.none), ("'unsafe-inline'", nil, .keyword), ("'nonce-YQ=='", nil, .keyword),
        ("ws:", nil, .scheme("ws")), ("wss://a", nil, .scheme("wss")), ("data:", nil, .scheme("data")),
        ("localhost:", nil, .scheme("localhost")), ("a:", nil, .scheme("a")), ("https://a/b", nil, .path),
        ("https://a//", nil, .path),
        ("a:65536", nil, .port(65536)), ("127.1", nil, .host(canonical: "127.0.0.1")),
        ("http://0x7f.0.0.1", nil, .host(canonical: "127.0.0.1")), ("999.1.1.1", nil, .host(canonical: nil)),
        ("", .emptyLabel, .invalid(.emptyLabel)), ("https://", .emptyLabel, .invalid(.emptyLabel)),
        ("a..b", .emptyLabel, .invalid(.emptyLabel)), (".a", .emptyLabel, .invalid(.emptyLabel)),
        ("*.", .emptyLabel, .invalid(.emptyLabel)), ("https:/a", .scheme, .invalid(.scheme)),
        ("1a://b", .scheme, .invalid(.scheme)), ("a_b", .hostCharacter, .invalid(.hostCharacter)),
        ("u@a", .hostCharacter, .invalid(.hostCharacter)), ("a?b", .hostCharacter, .invalid(.hostCharacter)),
        ("*a", .wildcard, .invalid(.wildcard)), ("a.*", .wildcard, .invalid(.wildcard)),
        ("*.*.a", .wildcard, .invalid(.wildcard)), ("a.b:x", .port, .invalid(.port)),
        ("a:44x", .port, .invalid(.port)), ("a:/", .scheme, .invalid(.scheme)),
        ("a:99999999999", .port, .invalid(.port)), ("https://a:/", .port, .invalid(.port)),
        ("https://[::1]:80", .ipv6, .invalid(.ipv6)), ("[::1]", .ipv6, .invalid(.ipv6)),
        ("\"self\"", .quoted, .invalid(.quoted)), ("'a.b'", .quoted, .invalid(.quoted)),
    ]

    @Test("What an expression is, and whether it can match an ancestor", arguments: kinds)
    func kind(_ sample: (text: String, isInvalid: InvalidSource?, dead: DeadSource?)) throws {
        let source = SourceExpression(sample.text)
        var reason: InvalidSource?
        if case .invalid(let fault) = source.kind { reason = fault }
        #expect(reason == sample.isInvalid)
        #expect(source.deadness == sample.dead)
        #expect(source.deadness?.reason.isEmpty != true)
        guard source.deadness != nil else { return }
        for ancestor in Self.ancestors {
            #expect(try source.mismatch(origin(ancestor), embedURL: WebURL(parsing: "http://osteocom.me")) != nil)
        }
    }

    @Test("The parts of a host source")
    func parts() {
        let expected = SourceExpression("HTTP://*.A.b:8080/C%20d?e")
        guard case .host(let host) = expected.kind else {
            Issue.record("no host: \(expected.kind)")
            return
        }
        #expect(host.scheme == "http" && host.host == "a.b" && host.isWildcard && host.port == .number(8080))
        #expect(host.path == "/C%20d" && host.hasQueryOrFragment)
    }

    @Test(
        "Who is let in by a broad expression",
        arguments: [
            ("*", BroadSource.everyone), ("http:", .everyone), ("https:", .everyHTTPSPage), ("http://*", .everyHost),
            ("*:*", .everyHost), ("https://*:8443", .everyHost), ("*.com", .topLevelDomain("com")),
            ("https://*.COM.", .topLevelDomain("com.")), ("*.partner.com", nil), ("ws:", nil), ("wss://*", nil),
            ("https://*/path", nil), ("'self'", nil), ("com", nil),
        ] as [(String, BroadSource?)])
    func breadth(_ sample: (text: String, breadth: BroadSource?)) {
        #expect(SourceExpression(sample.text).breadth == sample.breadth)
    }

    private static let ancestors = [
        "https://a", "http://a", "https://127.0.0.1", "https://[::1]", "http://[::1]", "https://lms.partner.com",
        "https://a:8080", "http://a.b:80", "null",
    ]

    private func origin(_ text: String) -> Origin { WebURL(text)?.origin ?? .opaque }

    /// An expression, an ancestor, the embed's scheme and host, and why it does not match.
    private static let mismatches: [(String, String, String, SourceMismatch?)] = [
        ("http://a", "https://a", "https://o", nil), ("https://a", "http://a", "https://o", .scheme),
        ("a", "http://a", "https://o", .scheme), ("a", "https://a", "http://o", nil),
        ("http://a:8443", "https://a:8443", "https://o", .upgrade), ("http://a:80", "https://a", "https://o", nil),
        ("http://a:443", "https://a", "https://o", .upgrade), ("http://a:*", "https://a:8443", "https://o", nil),
        ("https://a:80", "https://a", "https://o", .port), ("http://a", "http://a:443", "https://o", .port),
        ("*.a", "https://a", "https://o", .apex), ("*.a", "https://b.a", "https://o", nil),
        ("*.a", "https://ba", "https://o", .host), ("https://a.", "https://a", "https://o", .host),
        ("https://a.", "https://a.", "https://o", nil), ("*", "null", "https://o", .opaqueOrigin),
        ("https:", "null", "https://o", .opaqueOrigin), ("'self'", "https://o", "http://o", nil),
        ("'self'", "http://o", "https://o", .scheme), ("'self'", "https://o", "http://o:443", .upgrade),
        ("'self'", "https://o:8443", "https://o", .port), ("https://a/b", "https://a", "https://o", .path),
        ("ws:", "http://a", "https://o", .scheme), ("wss://a", "https://a", "https://o", .scheme),
        ("1.2.3.4", "https://1.2.3.4", "https://o", nil), ("*.3.4", "https://1.2.3.4", "https://o", nil),
        ("'none'", "https://a", "https://o", .dead(.none)),
    ]

    @Test("Why an expression does not match an ancestor", arguments: mismatches)
    func mismatch(_ sample: (text: String, ancestor: String, embed: String, mismatch: SourceMismatch?)) throws {
        let mismatch = SourceExpression(sample.text)
            .mismatch(origin(sample.ancestor), embedURL: try WebURL(parsing: sample.embed))
        #expect(mismatch == sample.mismatch)
        #expect(mismatch?.reason.isEmpty != true)
    }

    @Test("After a redirect a path is not looked at")
    func redirected() throws {
        let source = SourceExpression("https://a/b")
        let embedURL = try WebURL(parsing: "https://o")
        #expect(source.mismatch(origin("https://a"), embedURL: embedURL) == .path)
        #expect(source.mismatch(origin("https://a"), embedURL: embedURL, wasRedirected: true) == nil)
    }

    @Test(
        "A whole URL is held against the path too",
        arguments: [
            ("https://a/b", "/b?c", true), ("https://a/b", "/b/", false), ("https://a/b/", "/b/c", true),
            ("https://a/B", "/b", false), ("https://a/%62", "/b", true), ("https://a", "/b", true),
            ("https://a/", "/b", true), ("'self'", "/b", false), ("*", "/b", true),
        ])
    func wholeURL(_ sample: (text: String, path: String, matches: Bool)) throws {
        let url = try WebURL(parsing: "https://a\(sample.path)")
        let mismatch = SourceExpression(sample.text).mismatch(
            url, pageURL: try WebURL(parsing: "https://lms.partner.com"))
        #expect((mismatch == nil) == sample.matches)
    }
}
