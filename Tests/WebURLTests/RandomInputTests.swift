import Testing
import WebURL

/// The parser with texts put together at random, the same in every run.
struct RandomInputTests {
    private static let pieces = [
        "http:", "https:", "ws:", "file:", "ftp:", "sc:", "data:", "blob:", "javascript:", "//", "/", "\\", "///",
        "?", "#", "@", ":", "[", "]", "[::1]", "::", "[1:2::1.2.3.4]", "127.1", "0x7f", "1.2.3.4.5", ".", "..", "%2e",
        "%2E%2e", "%", "%zz", "%00", "%F0%9F%92%A9", "%ff", " ", "\t", "\n", "\u{0}", "\u{7F}", "C:", "c|", "localhost",
        "a", "B", "xn--", "xn--zca", "ß", "é", "ශ්‍රී", "\u{AD}", "\u{FEFF}", "．", "\u{202E}", "💩", "80", "443", "99999",
        "&",
        "=", "+", "'", "\"", "<", ">", "^", "|", "`", "{", "}", "~", "example.com", "user:pass",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func hrefReadsAsTheSameURL(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bases: [WebURL?] = [nil, WebURL("https://a/b/c?d#e"), WebURL("file:///C:/a"), WebURL("sc:/x/y")]
        for _ in 0..<5_000 {
            let text = Self.text(&generator)
            guard let base = bases.randomElement(using: &generator) else { continue }
            guard let url = WebURL(text, base: base) else { continue }
            let again = WebURL(url.href)
            #expect(again == url, "\(text.debugDescription) against \(base?.href ?? "nothing") gave \(url.href)")
            if bases.count < 200 { bases.append(url) }
        }
    }

    @Test func fieldsKeepTheirPlaces() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<5_000 {
            let text = Self.text(&generator)
            let bytes = Array(text.utf8)
            for field in FormQuery(text).fields {
                #expect(String(decoding: bytes[field.nameRange], as: UTF8.self) == field.rawName)
                #expect(String(decoding: bytes[field.valueRange], as: UTF8.self) == field.rawValue)
                #expect(field.range.lowerBound == 0 || bytes[field.range.lowerBound - 1] == UInt8(ascii: "&"))
            }
        }
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 0...8, using: &generator)
        return (0..<count).reduce(into: "") { text, _ in
            text += pieces.randomElement(using: &generator) ?? ""
        }
    }
}
