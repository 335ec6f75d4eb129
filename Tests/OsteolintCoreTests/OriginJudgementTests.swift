import OsteolintCore
import Testing
import WebURL

@Suite("What is said of one declared origin")
struct OriginJudgementTests {
    static let all =
        exact + spaces + schemes + hosts + parts + ports + addresses + opaqueOnes + pasted

    private static let exact = [
        OriginCase("https://lms.partner.com", "", "https://lms.partner.com"),
        OriginCase("https://lms.partner.com:8443", "", "https://lms.partner.com:8443"),
        OriginCase("https://h:80", "", "https://h:80"),
        OriginCase("https://xn--bcher-kva.example", "", "https://xn--bcher-kva.example"),
        OriginCase("http://lms.partner.com", "insecure-scheme", "http://lms.partner.com"),
        OriginCase("HTTPS://H", "uppercase", "https://h"),
        OriginCase("https://LMS.Partner.com:443", "uppercase default-port", "https://lms.partner.com"),
        OriginCase("HTTP://H:80", "insecure-scheme uppercase default-port", "http://h"),
    ]

    private static let spaces = [
        OriginCase("", "empty", nil),
        OriginCase("   ", "empty whitespace", nil),
        OriginCase("\t\r\n", "empty whitespace", nil),
        OriginCase(" https://a.b ", "whitespace", "https://a.b"),
        OriginCase("https://a.b\n", "whitespace", "https://a.b"),
        OriginCase("https://lms\t.part\r\nner.com", "whitespace", "https://lms.partner.com"),
        OriginCase("https://lms .partner.com", "whitespace invalid-host", nil),
        OriginCase("https:// a.b", "whitespace", origin: nil, suggestion: "https://a.b"),
        OriginCase("https://a.b /", "whitespace trailing-slash", origin: nil, suggestion: "https://a.b"),
        OriginCase("https://a.b/my courses", "whitespace path", "https://a.b"),
        OriginCase("\u{A0}https://a.b\u{2003}", "whitespace", origin: nil, suggestion: "https://a.b"),
        OriginCase("\u{FEFF}https://a.b", "whitespace", origin: nil, suggestion: "https://a.b"),
        OriginCase("\u{1}https://a.b\u{7}", "whitespace", "https://a.b"),
        OriginCase("https://\u{1}a.b", "invalid-host", nil),
        OriginCase("hello world", "whitespace missing-scheme invalid-host", nil),
    ]

    private static let schemes = [
        OriginCase("lms.partner.com", "missing-scheme", origin: nil, suggestion: "https://lms.partner.com"),
        OriginCase("lms.partner.com:8443", "missing-scheme", origin: nil, suggestion: "https://lms.partner.com:8443"),
        OriginCase("lms.partner.com/a", "missing-scheme path", origin: nil, suggestion: "https://lms.partner.com"),
        OriginCase(
            "LMS.partner.com/", "missing-scheme trailing-slash uppercase", origin: nil,
            suggestion: "https://lms.partner.com"),
        OriginCase(
            "lms.partner.com:443", "missing-scheme default-port", origin: nil, suggestion: "https://lms.partner.com"),
        OriginCase(
            "lms.partner.com:80", "missing-scheme default-port", origin: nil, suggestion: "http://lms.partner.com"),
        OriginCase("lms.partner.com:x", "missing-scheme invalid-port", nil),
        OriginCase("localhost:3000", "missing-scheme loopback", origin: nil, suggestion: "https://localhost:3000"),
        OriginCase(
            "127.0.0.1:3000", "missing-scheme ip-address loopback", origin: nil, suggestion: "https://127.0.0.1:3000"),
        OriginCase("[::1]:3000", "missing-scheme ip-address loopback", origin: nil, suggestion: "https://[::1]:3000"),
        OriginCase("//host", "missing-scheme", origin: nil, suggestion: "https://host"),
        OriginCase("\\\\host", "missing-scheme", origin: nil, suggestion: "https://host"),
        OriginCase("://host", "missing-scheme", origin: nil, suggestion: "https://host"),
        OriginCase("https//host", "missing-scheme", origin: nil, suggestion: "https://host"),
        OriginCase("HTTP;//host", "missing-scheme insecure-scheme uppercase", origin: nil, suggestion: "http://host"),
        OriginCase("https:lms.partner.com", "missing-scheme", "https://lms.partner.com"),
        OriginCase("https:/lms", "missing-scheme", "https://lms"),
        OriginCase("https:///lms", "missing-scheme", "https://lms"),
        OriginCase("https:\\\\lms", "missing-scheme", "https://lms"),
        OriginCase("/courses", "missing-scheme invalid-host path", nil),
        OriginCase("?a=b#c", "missing-scheme invalid-host query fragment", nil),
        OriginCase(":8443", "missing-scheme invalid-host", nil),
        OriginCase("ftp://x", "unsupported-scheme", origin: "ftp://x", suggestion: nil),
        OriginCase(
            "wss://h:443/", "unsupported-scheme trailing-slash default-port", origin: "wss://h", suggestion: nil),
        OriginCase("htps://h", "unsupported-scheme", origin: nil, suggestion: "https://h"),
        OriginCase("chrome-extension://abc", "unsupported-scheme opaque", nil),
        OriginCase("foo:bar", "unsupported-scheme opaque", nil),
    ]

    private static let hosts = [
        OriginCase("https://bücher.example", "non-ascii", "https://xn--bcher-kva.example"),
        OriginCase("https://BÜCHER.example", "non-ascii uppercase", "https://xn--bcher-kva.example"),
        OriginCase("https://ｌｍｓ.partner.com", "non-ascii", "https://lms.partner.com"),
        OriginCase("https://lms。partner。com", "non-ascii", "https://lms.partner.com"),
        OriginCase("https://lms\u{200B}.partner.com", "non-ascii", "https://lms.partner.com"),
        OriginCase("https://b%C3%BCcher.example", "non-ascii invalid-host", "https://xn--bcher-kva.example"),
        OriginCase("https://%6cms.partner.com", "invalid-host", "https://lms.partner.com"),
        OriginCase(
            "https://%2A.partner.com", "wildcard invalid-host", origin: "https://*.partner.com", suggestion: nil),
        OriginCase("https://*.partner.com", "wildcard", origin: "https://*.partner.com", suggestion: nil),
        OriginCase("*.partner.com", "missing-scheme wildcard", nil),
        OriginCase("*", "missing-scheme wildcard", nil),
        OriginCase("*://lms.partner.com", "missing-scheme wildcard", nil),
        OriginCase("https://*", "wildcard", origin: "https://*", suggestion: nil),
        OriginCase("https://h.", "invalid-host", origin: "https://h.", suggestion: "https://h"),
        OriginCase("https://h_x.example", "invalid-host", origin: "https://h_x.example", suggestion: nil),
        OriginCase("https://a..b", "invalid-host", origin: "https://a..b", suggestion: nil),
        OriginCase("https://-a.example", "invalid-host", origin: "https://-a.example", suggestion: nil),
        OriginCase("https://a-.example", "invalid-host", origin: "https://a-.example", suggestion: nil),
        OriginCase("https://xn--a.example", "invalid-host", origin: "https://xn--a.example", suggestion: nil),
        OriginCase("https://a^b", "invalid-host", nil),
        OriginCase("https://1.2.3.256", "invalid-host", nil),
        OriginCase("https://[::1", "invalid-host", nil),
        OriginCase("https://", "invalid-host", nil),
        OriginCase("https:", "invalid-host", nil),
        OriginCase("https://:443", "invalid-host default-port", nil),
    ]

    private static let parts = [
        OriginCase("https://h/", "trailing-slash", "https://h"),
        OriginCase("https://h\\", "trailing-slash", "https://h"),
        OriginCase("https://h//", "path", "https://h"),
        OriginCase("https://h/.", "path", "https://h"),
        OriginCase("https://h/courses", "path", "https://h"),
        OriginCase("https://h/*", "path", "https://h"),
        OriginCase("https://h/@x", "path", "https://h"),
        OriginCase("https://h?x", "query", "https://h"),
        OriginCase("https://h?", "query", "https://h"),
        OriginCase("https://h#", "fragment", "https://h"),
        OriginCase("https://h#?x", "fragment", "https://h"),
        OriginCase("https://h/?x#y", "trailing-slash query fragment", "https://h"),
        OriginCase("https://lms.partner.com/courses/?a=b#c", "path query fragment", "https://lms.partner.com"),
        OriginCase("https://user:pw@h", "userinfo", "https://h"),
        OriginCase("https://user@h/", "userinfo trailing-slash", "https://h"),
        OriginCase("https://@h", "userinfo", "https://h"),
        OriginCase("https://a@b@h", "userinfo", "https://h"),
        OriginCase("https://user@", "userinfo invalid-host", nil),
        OriginCase(
            "user:pw@lms.partner.com", "missing-scheme userinfo", origin: nil, suggestion: "https://lms.partner.com"),
        OriginCase("me@partner.com", "missing-scheme userinfo", origin: nil, suggestion: "https://partner.com"),
    ]

    private static let ports = [
        OriginCase("https://h:", "invalid-port", "https://h"),
        OriginCase("https://h:0", "invalid-port", origin: "https://h:0", suggestion: nil),
        OriginCase("https://h:65535", "", "https://h:65535"),
        OriginCase("https://h:65536", "invalid-port", nil),
        OriginCase("https://h:99999999999999999999", "invalid-port", nil),
        OriginCase("https://h:abc", "invalid-port", nil),
        OriginCase("https://h:8443:9", "invalid-port", nil),
        OriginCase("https://h:-1", "invalid-port", nil),
        OriginCase("https://h:８４４３", "invalid-port", nil),
        OriginCase("https://h:08443", "invalid-port", "https://h:8443"),
        OriginCase("https://h:0443", "default-port", "https://h"),
        OriginCase("https://h:443,", "invalid-port default-port", origin: nil, suggestion: "https://h"),
        OriginCase("https://h:*", "wildcard invalid-port", nil),
    ]

    private static let addresses = [
        OriginCase("https://127.0.0.1", "ip-address loopback", "https://127.0.0.1"),
        OriginCase("https://0x7f.1", "ip-address loopback", "https://127.0.0.1"),
        OriginCase("https://2130706433", "ip-address loopback", "https://127.0.0.1"),
        OriginCase("https://10.0.0.1", "ip-address", "https://10.0.0.1"),
        OriginCase("https://[::1]", "ip-address loopback", "https://[::1]"),
        OriginCase("https://[0:0::1]:443", "default-port ip-address loopback", "https://[::1]"),
        OriginCase("https://[::ffff:127.0.0.1]", "ip-address loopback", "https://[::ffff:7f00:1]"),
        OriginCase("https://[2001:DB8::1]", "uppercase ip-address", "https://[2001:db8::1]"),
        OriginCase("http://localhost:3000", "insecure-scheme loopback", "http://localhost:3000"),
        OriginCase("https://foo.localhost", "loopback", "https://foo.localhost"),
        OriginCase("https://notlocalhost", "", "https://notlocalhost"),
        OriginCase("https://localhost:99999", "invalid-port loopback", nil),
    ]

    private static let opaqueOnes = [
        OriginCase("null", "opaque", nil),
        OriginCase("about:blank", "unsupported-scheme opaque", nil),
        OriginCase("data:text/html,x", "unsupported-scheme opaque", nil),
        OriginCase("javascript:alert(1)", "unsupported-scheme opaque", nil),
        OriginCase("mailto:me@partner.com", "unsupported-scheme opaque", nil),
        OriginCase("file:///x", "unsupported-scheme opaque", nil),
        OriginCase("blob:null/1f", "unsupported-scheme opaque", nil),
        OriginCase("blob:https://x/1f", "unsupported-scheme", "https://x"),
    ]

    private static let pasted = [
        OriginCase(#""https://h""#, "missing-scheme", origin: nil, suggestion: "https://h"),
        OriginCase("“https://h/”", "missing-scheme trailing-slash", origin: nil, suggestion: "https://h"),
        OriginCase("<https://h>,", "missing-scheme", origin: nil, suggestion: "https://h"),
        OriginCase("- https://h", "whitespace missing-scheme", origin: nil, suggestion: "https://h"),
        OriginCase(#"https://h""#, "invalid-host", origin: "https://h\"", suggestion: "https://h"),
        OriginCase("https://h,", "invalid-host", origin: "https://h,", suggestion: "https://h"),
        OriginCase("https://h,https://i", "invalid-host path", origin: "https://h,https", suggestion: nil),
        OriginCase("https://h https://i", "whitespace invalid-host path", nil),
        OriginCase("https://h/, https://i/", "whitespace path", origin: "https://h", suggestion: nil),
        OriginCase("https://https://h/", "path", origin: "https://https", suggestion: "https://h"),
    ]

    @Test("Problems, the browser's origin and the one to send", arguments: all)
    func judgement(_ sample: OriginCase) throws {
        let judgement = try #require(OriginJudgement.judge([sample.text]).first)
        #expect(judgement.problems.map(\.rawValue).joined(separator: " ") == sample.problems)
        #expect(judgement.origin?.serialized == sample.origin)
        #expect(judgement.suggestion == sample.suggestion)
    }

    @Test("Problems that are warnings alone leave it valid", arguments: all)
    func validity(_ sample: OriginCase) throws {
        let warnings: Set = ["insecure-scheme", "uppercase", "default-port", "ip-address", "loopback", "duplicate"]
        let isValid = sample.problems.split(separator: " ").allSatisfy { warnings.contains(String($0)) }
        #expect(OriginJudgement.judge([sample.text]).map(\.isValid) == [isValid])
    }

    @Test("The names and their order are those promised")
    func names() {
        let promised = """
            empty whitespace missing-scheme unsupported-scheme userinfo wildcard non-ascii invalid-host invalid-port \
            trailing-slash path query fragment opaque insecure-scheme uppercase default-port ip-address loopback \
            duplicate
            """
        #expect(OriginProblem.allCases.map(\.rawValue).joined(separator: " ") == promised)
    }

    @Test("Each problem has its own words", arguments: OriginProblem.allCases)
    func wording(_ problem: OriginProblem) {
        for text in [problem.fault, problem.cure] {
            #expect(text.first?.isLowercase == true && text.last != ".")
        }
        #expect(OriginProblem.allCases.count { $0.fault == problem.fault } == 1)
    }
}
