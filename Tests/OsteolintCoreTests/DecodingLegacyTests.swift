import OsteolintCore
import Testing

struct DecodingLegacyTests {
    private func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
        String(decoding: TextDecoder().decode(bytes, as: encoding), as: UTF8.self)
    }

    /// Known bytes of every encoding, and the places where ICU and the standard differ; a dot is U+FFFD.
    @Test(
        arguments: [
            (.windows1252, [0x80, 0x81, 0x8D, 0x96, 0x9D, 0xE9, 0xFF], "€\u{81}\u{8D}–\u{9D}éÿ"),
            (.windows1250, [0x81, 0x8A, 0xB3, 0xF8], "\u{81}Šłř"), (.windows1251, [0x98, 0xCF, 0xF0], "\u{98}Пр"),
            (.windows1253, [0x81, 0xAA, 0xD2, 0xE1, 0xFF], "\u{81}..α."),
            (.windows1254, [0xDD, 0xFD, 0x9E], "İı\u{9E}"),
            (.windows1255, [0xE0, 0xCA, 0xD9, 0xFF, 0xFD], "א\u{5BA}..\u{200E}"),
            (.windows1256, [0xC7, 0x80, 0xFF], "ا€ے"),
            (.windows1257, [0xA1, 0xA5, 0xE0, 0x8A], "..ą\u{8A}"), (.windows1258, [0xD2, 0xFE], "\u{309}₫"),
            (.windows874, [0x80, 0x81, 0xA1, 0xDB, 0xFC], "€\u{81}ก.."),
            (.iso8859Part2, [0x80, 0xB1, 0xF8], "\u{80}ąř"),
            (.iso8859Part3, [0xA1, 0xA5, 0xFE], "Ħ.ŝ"), (.iso8859Part4, [0xA2, 0xFE], "ĸū"),
            (.iso8859Part5, [0xBF, 0xF0], "П№"),
            (.iso8859Part6, [0xC7, 0xA1], "ا."), (.iso8859Part7, [0xA4, 0xAA, 0xE1, 0xFF], "€ͺα."),
            (.iso8859Part8, [0xE0, 0xA1, 0xDF], "א.‗"), (.iso8859Part8Logical, [0xE0, 0xFA], "את"),
            (.iso8859Part10, [0xBD, 0xFF], "―ĸ"), (.iso8859Part13, [0xFF, 0xA1], "’”"),
            (.iso8859Part14, [0xA1, 0xFF], "Ḃÿ"),
            (.iso8859Part15, [0xA4, 0xBD], "€œ"), (.iso8859Part16, [0xA4, 0xAA, 0xDE, 0xFE], "€ȘȚț"),
            (.ibm866, [0x8F, 0xE0, 0xFF], "Пр\u{A0}"), (.koi8R, [0xF0, 0xD2, 0xAE], "Пр╝"),
            (.koi8U, [0xA4, 0xAE, 0xBE], "єўЎ"),
            (.macintosh, [0x8A, 0xDB, 0xF0], "ä€\u{F8FF}"), (.macCyrillic, [0x80, 0xA2, 0xFF], "АҐ€"),
            (.userDefined, [0x41, 0x80, 0xFF], "A\u{F780}\u{F7FF}"),
        ] as [(TextEncoding, [UInt8], String)])
    func singleByte(_ encoding: TextEncoding, _ bytes: [UInt8], _ expected: String) {
        #expect(text(bytes, encoding) == expected.replacing(".", with: "\u{FFFD}"))
    }

    @Test(
        arguments: [
            (.shiftJIS, [0x93, 0xFA, 0x96, 0x7B], "日本"),
            (.shiftJIS, [0x5C, 0x7E, 0x80, 0xB1, 0x81, 0x5F], "\\~\u{80}ｱ＼"),
            (.shiftJIS, [0x81, 0x60, 0x81, 0x7C, 0x87, 0x40, 0xFA, 0x40], "～－①ⅰ"),
            (.shiftJIS, [0xF0, 0x40], "\u{E000}"),
            (.shiftJIS, [0x81, 0x3C, 0x81, 0xFF, 0xA0, 0xFD, 0x81], ".<...."), (.shiftJIS, [0x81, 0x22], ".\""),
            (.eucJP, [0xC6, 0xFC, 0xCB, 0xDC, 0x8E, 0xB1], "日本ｱ"), (.eucJP, [0x8F, 0xAB, 0xB1, 0xAD, 0xA1], "é①"),
            (.eucJP, [0x8F, 0x3C, 0x8E, 0x3C, 0xA4, 0x22], ".<.<.\""),
            (.eucJP, [0x8F, 0xA1, 0x3C, 0x80, 0x8F, 0xA2], ".<.."),
            (.gbk, [0xC8, 0xD5, 0xB1, 0xBE, 0x80, 0xA8, 0xBC], "日本€ḿ"), (.gb18030, [0x81, 0x30, 0x84, 0x36], "¥"),
            (.gb18030, [0x90, 0x30, 0x81, 0x30, 0xE3, 0x32, 0x9A, 0x35], "\u{10000}\u{10FFFF}"),
            (.gb18030, [0x81, 0x35, 0xF4, 0x37, 0xA6, 0xD9, 0xA3, 0xA0], "\u{E7C7}︐\u{3000}"),
            (.gb18030, [0x81, 0x30, 0x3C], ".0<"), (.gb18030, [0x81, 0x30, 0x81, 0x3C], ".0.<"),
            (.gb18030, [0x81, 0x30, 0x81], "."),
            (.gb18030, [0xFF, 0x81, 0x22, 0xFE, 0x39, 0xFE, 0x39], "..\"."),
            (.gbk, [0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
            (.big5, [0xA4, 0xE9, 0xA5, 0xBB, 0x88, 0x62, 0x88, 0x40], "日本\u{CA}\u{304}㇀"),
            (.big5, [0xA1, 0x45, 0xA3, 0xE1], "‧€"),
            (.big5, [0x81, 0x40, 0x81, 0xA1, 0x80, 0xFF, 0xA4], ".@...."), (.eucKR, [0xC7, 0xD1, 0x81, 0x41], "한갂"),
            (.eucKR, [0xC9, 0xA1, 0x81, 0x3C, 0x80, 0xFF, 0xB0], "..<..."),
        ] as [(TextEncoding, [UInt8], String)])
    func multiByte(_ encoding: TextEncoding, _ bytes: [UInt8], _ expected: String) {
        #expect(text(bytes, encoding) == expected.replacing(".", with: "\u{FFFD}"))
    }

    @Test(arguments: [
        ("\u{1B}$BF|K\\\u{1B}(B<p>", "日本<p>"), ("\u{1B}$@F|\u{1B}(J\\~\u{1B}(B\\~", "日¥‾\\~"), ("\u{1B}(I1", "ｱ"),
        ("\u{1B}<p>", ".<p>"), ("\u{1B}(<p>", ".(<p>"), ("\u{1B}$B\u{1B}(B", "."),
        ("\u{1B}$BF\u{1B}(Bx", ".x"), ("\u{1B}$B!", "."), ("a\u{0E}\u{0F}b\u{1B}", "a..b."), ("\u{1B}$B\n", "."),
    ])
    func iso2022JP(_ source: String, _ expected: String) {
        #expect(text(Array(source.utf8), .iso2022JP) == expected.replacing(".", with: "\u{FFFD}"))
    }

    @Test func iso2022JPHidesMarkup() {
        #expect(!text(Array("\u{1B}$B<iframe src=x></iframe>".utf8), .iso2022JP).contains("iframe"))
    }

    @Test(
        arguments: [
            ([0x3C, 0x00, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "<é😀"), ([0x00, 0xD8, 0x41, 0x00], ".A"),
            ([0x00, 0xDC, 0x41], ".."),
            ([0x00, 0xD8], "."), ([0x00, 0xD8, 0x3D, 0xD8, 0x00, 0xDE], ".😀"), ([0x00, 0x00], "\0"), ([], ""),
        ] as [([UInt8], String)])
    func utf16(_ bytes: [UInt8], _ expected: String) {
        #expect(text(bytes, .utf16LE) == expected.replacing(".", with: "\u{FFFD}"))
        guard bytes.count.isMultiple(of: 2) else { return }
        let swapped = stride(from: 0, to: bytes.count, by: 2).flatMap { [bytes[$0 + 1], bytes[$0]] }
        #expect(text(swapped, .utf16BE) == expected.replacing(".", with: "\u{FFFD}"))
    }

    @Test func replacement() {
        #expect(text(Array("<p>".utf8), .replacement) == "\u{FFFD}")
        #expect(text([], .replacement) == "")
    }

    /// Whatever comes, the text is valid UTF-8, and no bigger than four times the source.
    @Test(arguments: TextEncoding.allCases)
    func randomBytes(_ encoding: TextEncoding) {
        var random = SystemRandomNumberGenerator()
        let decoder = TextDecoder()
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let decoded = decoder.decode(bytes, as: encoding)
            #expect(String(validating: decoded, as: UTF8.self) != nil, "\(bytes)")
            #expect(decoded.count <= 4 * bytes.count)
            _ = EncodingSniffer(contentType: String(decoding: bytes, as: UTF8.self)).sniff(bytes)
        }
    }
}
