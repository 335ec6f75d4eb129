import OsteolintCore
import Testing

struct EncodingLabelTests {
    @Test(arguments: [
        ("utf-8", "UTF-8"), ("UTF8", "UTF-8"), (" \t\n\u{0C}\rutf-8 ", "UTF-8"), ("unicode11utf8", "UTF-8"),
        ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"),
        ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("unicode", "UTF-16LE"), ("utf-16", "UTF-16LE"),
        ("unicodefffe", "UTF-16BE"), ("sjis", "Shift_JIS"), ("ms932", "Shift_JIS"), ("gb2312", "GBK"),
        ("gb18030", "gb18030"), ("big5-hkscs", "Big5"), ("ks_c_5601-1987", "EUC-KR"), ("logical", "ISO-8859-8-I"),
        ("visual", "ISO-8859-8"), ("koi8-ru", "KOI8-U"), ("hz-gb-2312", "replacement"), ("mac", "macintosh"),
        ("x-mac-ukrainian", "x-mac-cyrillic"), ("x-user-defined", "x-user-defined"), ("iso_8859-6:1987", "ISO-8859-6"),
    ])
    func label(_ label: String, _ name: String) {
        #expect(TextEncoding(label: label)?.name == name)
    }

    @Test(arguments: [
        "", " ", "utf-7", "utf-32", "ibm037", "scsu", "utf 8", "'utf-8'", "\u{A0}utf-8", "ｕtf-8", "8859_1",
    ])
    func unknownLabel(_ label: String) {
        #expect(TextEncoding(label: label) == nil)
    }

    @Test(arguments: TextEncoding.allCases)
    func nameIsALabel(_ encoding: TextEncoding) {
        #expect(TextEncoding(label: encoding.name) == encoding)
    }

    @Test func asciiCompatibility() {
        let hiding: Set<TextEncoding> = [.utf16LE, .utf16BE, .iso2022JP, .replacement]
        #expect(Set(TextEncoding.allCases.filter { !$0.isASCIICompatible }) == hiding)
    }

    @Test(arguments: TextEncoding.allCases.filter(\.isASCIICompatible))
    func asciiStaysItself(_ encoding: TextEncoding) {
        let ascii = Array(UInt8(0)...0x7F)
        #expect(TextDecoder().decode(ascii, as: encoding) == ascii)
    }
}
