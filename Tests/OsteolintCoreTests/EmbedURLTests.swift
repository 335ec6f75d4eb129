import Testing
import WebURL

@testable import OsteolintCore

func embedURL(_ text: String) throws -> EmbedURL {
    let start = LocatedText.Run(offset: 0, location: OsteolintCore.SourceLocation(line: 1, column: 1))
    let end = OsteolintCore.SourceLocation(line: 1, column: text.unicodeScalars.count + 1)
    let base = try #require(WebURL("https://lms.partner.com/"))
    return EmbedURL(source: LocatedText(text, runs: [start], end: end), url: try #require(WebURL(text, base: base)))
}

@Suite struct EmbedURLTests {
    private static let start = "https://www.osteocom.me/embed/course"

    @Test(arguments: [
        ("?a=1&b=2", "a=1 b=2"),
        ("?a=1&&b", "a=1 b="),
        ("?a=1=2", "a=1=2"),
        ("?a=x+y%20z", "a=x y z"),
        ("?a={{ b & c }}&d=#{e}&f=<?= $g->h ?? 1; ?>", "a={{ b & c }} d=#{e} f=<?= $g->h ?? 1; ?>"),
        ("?a=${ {b:{c:1}} & d }&e=1", "a=${ {b:{c:1}} & d } e=1"),
        ("?a={{ b&c=1", "a={{ b c=1"),
        ("?a=1;productId=2;b=3;uid=4", "a=1 productId=2;b=3; uid=4;"),
        ("?a=1;b=2", "a=1;b=2"),
        ("?a=1#b=2&c&d=3", "a=1 b=2# d=3#"),
        ("#/r?clientId=1", "clientId=1#"),
        ("?a=\n1&\tb=2\n", "a=1 b=2"),
        ("", ""),
    ])
    func fields(rest: String, expected: String) throws {
        let fields = try embedURL(Self.start + rest).fields.map { field in
            let carrier =
                switch field.carrier {
                case .query: ""
                case .semicolon: ";"
                case .fragment: "#"
                }
            return "\(field.name)=\(field.value)\(carrier)"
        }
        #expect(fields.joined(separator: " ") == expected)
    }

    @Test func rangesAreThoseOfTheSource() throws {
        let text = "\n " + Self.start + "?clientId=\n abc &\tproductId=x"
        let url = try embedURL(text)
        let bytes = Array(text.utf8)
        let slice = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
        let client = try #require(url.parameter(.clientID))
        #expect(slice(client.range) == "abc")
        #expect(client.value == "abc")
        #expect(client.field.rawValue == " abc ")
        #expect(slice(client.field.nameRange) == "clientId")
        #expect(slice(try #require(url.parameter(.productID)).field.range) == "productId=x")
        #expect(slice(try #require(url.components.host)) == "www.osteocom.me")
    }

    @Test func firstExactNameCounts() throws {
        let url = try embedURL(Self.start + "?clientid=a&clientId=b&clientId=c&client_id=d")
        #expect(url.parameter(.clientID)?.value == "b")
        #expect(url.occurrences(of: .clientID).map(\.value) == ["b", "c"])
        #expect(url.parameter(.clientID)?.isMisspelled == false)
        #expect(url.parameter(.productID) == nil)
    }

    @Test func nearestWrongNameCounts() throws {
        let url = try embedURL(Self.start + "?cliemtId=a&partnerId=b&client_id=c")
        #expect(url.parameter(.clientID)?.value == "c")
        #expect(url.parameter(.clientID)?.isMisspelled == true)
    }

    @Test(arguments: [
        ("https://www.osteocom.me/embed/a?b#c", "https|-|www.osteocom.me|-|/embed/a|b|c"),
        ("//www.osteocom.me/a", "-|-|www.osteocom.me|-|/a|-|-"),
        ("\\\\www.osteocom.me\\a", "-|-|www.osteocom.me|-|\\a|-|-"),
        ("https:\\\\u:p@www.osteocom.me:8443\\a", "https|u:p|www.osteocom.me|8443|\\a|-|-"),
        ("HTTPS:/www.osteocom.me", "HTTPS|-|www.osteocom.me|-||-|-"),
        ("http://[::1]:80/", "http|-|[::1]|80|/|-|-"),
        ("www.osteocom.me/embed/a?b", "-|-|-|-|www.osteocom.me/embed/a|b|-"),
        ("javascript:void(0)", "javascript|-|-|-|void(0)|-|-"),
        ("  https://www.osteocom.me?a={{ b ? c : d }}#e  ", "https|-|www.osteocom.me|-||a={{ b ? c : d }}|e"),
    ])
    func components(text: String, expected: String) {
        let components = EmbedURLComponents(text)
        let bytes = Array(text.utf8)
        let parts = [
            components.scheme, components.userinfo, components.host, components.port, components.path, components.query,
            components.fragment,
        ].map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "-" }
        #expect(parts.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("clientId", ParameterName.clientID, ParameterSpelling.Closeness.exact),
        ("client-ID", .clientID, .sameLetters), ("amp;amp;productId", .productID, .sameLetters),
        ("#038;productId", .productID, .sameLetters), ("UID", .partnerUserID, .synonym),
        ("partner_id", .clientID, .synonym), ("prodcutId", .productID, .typingError),
        ("partnerUser", .partnerUserID, .typingError), ("productId[]", .productID, .sameLetters),
    ])
    func spellings(name: String, parameter: ParameterName, closeness: ParameterSpelling.Closeness) throws {
        let spelling = try #require(ParameterSpelling(name))
        #expect(spelling.parameter == parameter)
        #expect(spelling.closeness == closeness)
    }

    @Test(arguments: ["", "id", "client", "user", "pid", "utm_source", "lang", "partner", "amp;", "session_id"])
    func otherNames(name: String) {
        #expect(ParameterSpelling(name) == nil)
    }
}
