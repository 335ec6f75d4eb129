import OsteolintCore
import Testing

@Suite("Fixes in every encoding")
struct FixEncodingTests {
    private static let url =
        "http://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;amp;productId=66d579675f2a4b8c9df15e43"
        + "&amp;partnerUserId=u-48213"
    private static let mended =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=66d579675f2a4b8c9df15e43"
        + "&amp;partnerUserId=u-48213"

    /// A text in an encoding; nil where it cannot be written in it.
    private static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8]? {
        let units = { (text: String) in text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
        switch encoding {
        case .utf16BE: return units(text)
        case .utf16LE: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        default: break
        }
        let encoder = QueryEncoder(pageEncoding: encoding)
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let character = encoder.encode(scalar) else { return nil }
            bytes += character
        }
        return bytes
    }

    /// A word of letters that an encoding has.
    private static func word(_ encoding: TextEncoding) -> String {
        let letters = "éñøďłčşžμλЖщאبกąāЎ日本語中文한글£§"
        return String(letters.unicodeScalars.filter { encoded(String($0), encoding) != nil }.map(Character.init))
    }

    private static func page(_ encoding: TextEncoding, _ url: String, title: String) -> String {
        let word = word(encoding)
        return "<p>\(word)</p>\r\n<iframe\(title)\r\n  class=\"\(word)\" src='\(url)'></iframe>\(word)<p>\(word)\r\n"
    }

    private static let all = TextEncoding.allCases.filter { $0 != .replacement && $0 != .iso2022JP }

    @Test("only the edited bytes change", arguments: all)
    func encodings(encoding: TextEncoding) throws {
        let before = try #require(Self.encoded(Self.page(encoding, Self.url, title: ""), encoding))
        let after = try #require(
            Self.encoded(Self.page(encoding, Self.mended, title: " title=\"Osteocom\""), encoding))
        #expect(try Mending(options: Page.Options(charset: encoding)).page(before).edited.bytes == after)
    }

    @Test(
        "a byte order mark stays",
        arguments: [
            ([0xEF, 0xBB, 0xBF], TextEncoding.utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
        ])
    func marks(mark: [UInt8], encoding: TextEncoding) throws {
        let before = try #require(Self.encoded(Self.page(encoding, Self.url, title: "") + "🦴", encoding))
        let after = try #require(
            Self.encoded(Self.page(encoding, Self.mended, title: " title=\"Osteocom\"") + "🦴", encoding))
        #expect(try Mending().page(mark + before).edited.bytes == mark + after)
    }

    @Test("bytes that are malformed stay", arguments: [TextEncoding.utf8, .windows1253, .utf16LE])
    func malformed(encoding: TextEncoding) throws {
        let malformed: [UInt8] =
            encoding == .utf16LE ? [0x00, 0xDC, 0x3D, 0xD8] : [0xE2, 0x82, 0xFF, 0xAA, 0xD2, 0xF0, 0x9F]
        let before = try #require(Self.encoded(Self.page(encoding, Self.url, title: ""), encoding))
        let after = try #require(
            Self.encoded(Self.page(encoding, Self.mended, title: " title=\"Osteocom\""), encoding))
        let mending = Mending(options: Page.Options(charset: encoding))
        #expect(try mending.page(malformed + before + malformed).edited.bytes == malformed + after + malformed)
    }

    @Test("a page whose bytes cannot be told apart is left as it is, and that is said")
    func obstacles() throws {
        let page = Array(Self.page(.utf8, Self.url, title: "").utf8.filter { $0 < 0x80 })
        let japanese = try Mending(options: Page.Options(charset: .iso2022JP)).page(page)
        #expect(!japanese.isChanged && japanese.edited.bytes == page)
        #expect(japanese.obstacle?.contains("ISO-2022-JP") == true)
        let shifted = try Mending(options: Page.Options(charset: .shiftJIS)).page([0xFD, 0xFF] + page)
        #expect(!shifted.isChanged && shifted.obstacle?.contains("Shift_JIS") == true)
    }

    @Test("text outside ASCII becomes UTF-8 where the page says what it is")
    func nonASCII() throws {
        let url = { (id: String) in Self.mended.replacing("u-48213", with: id) }
        let markup = { (head: String, id: String) in "\(head)<iframe title=\"C\" src=\"\(url(id))\"></iframe>" }
        let declared = "<meta charset=windows-1252>"
        let before = try #require(Self.encoded(markup(declared, "école-&eacute;"), .windows1252))
        let after = markup(declared, "%C3%A9cole-%C3%A9")
        #expect(String(decoding: try Mending().page(before).edited.bytes, as: UTF8.self) == after)
        let guessed = try #require(Self.encoded(markup("", "école"), .windows1252))
        #expect(try Mending().page(guessed).edited.bytes == guessed)
    }

    @Test("an edit that moves a declaration out of sight is taken back")
    func declaration() throws {
        // Browsers look for it in the first 1,024 bytes, and further only in the head.
        let frame = "<iframe src=\"\(Self.mended)\"></iframe>"
        for padding in 990..<1_040 {
            let fill = String(repeating: "x", count: padding - frame.utf8.count)
            let page = Array("<!doctype html>\(frame)<p>\(fill)<meta charset=windows-1251>".utf8) + [0xE4, 0xEF]
            let encoding = EncodingSniffer().sniff(page)
            #expect(EncodingSniffer().sniff(try Mending().page(page).edited.bytes) == encoding)
        }
    }
}
