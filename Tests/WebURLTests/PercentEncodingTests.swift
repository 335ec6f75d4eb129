import Testing
import WebURL

struct PercentEncodingTests {
    @Test(arguments: [
        ("", ""), ("abc", "abc"), ("%41%6a%6A", "Ajj"), ("%", "%"), ("%4", "%4"), ("%4g", "%4g"), ("%%41", "%A"),
        ("%2541", "%41"), ("é", "é"), ("a%41", "aA"),
    ])
    func decoding(text: String, expected: String) {
        #expect(PercentEncoding.decode(text) == Array(expected.utf8))
    }

    /// The tables of the URL Standard, section 1.3: which of the printable ASCII characters each set encodes.
    @Test(
        arguments: [
            (.c0Control, ""),
            (.fragment, " \"<>`"),
            (.query, " \"#<>"),
            (.specialQuery, " \"#'<>"),
            (.path, " \"#<>?^`{}"),
            (.userinfo, " \"#/:;<=>?@[\\]^`{|}"),
            (.component, " \"#$%&+,/:;<=>?@[\\]^`{|}"),
            (.formURLEncoded, " !\"#$%&'()+,/:;<=>?@[\\]^`{|}~"),
        ] as [(PercentEncodeSet, String)])
    func sets(set: PercentEncodeSet, expected: String) {
        let printable = (0x20...0x7E as ClosedRange<UInt8>).filter(set.contains)
        #expect(String(decoding: printable, as: UTF8.self) == expected)
        #expect((0...0x1F as ClosedRange<UInt8>).allSatisfy(set.contains))
        #expect((0x7F...0xFF as ClosedRange<UInt8>).allSatisfy(set.contains))
    }

    @Test func encoding() {
        #expect(PercentEncoding.encode("a b/é\u{7F}", .path) == "a%20b/%C3%A9%7F")
        #expect(PercentEncoding.encode([0x86, 0x7C], .specialQuery) == "%86|")
    }
}
