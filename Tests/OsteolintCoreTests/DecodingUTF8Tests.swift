import OsteolintCore
import Testing

struct DecodingUTF8Tests {
    /// One dot for each U+FFFD; the maximal subparts of the Unicode Standard, table 3-8 and the following.
    @Test(
        arguments: [
            ([0x80], "."), ([0xBF, 0x80], ".."), ([0xC0, 0xBC], ".."), ([0xC1, 0xBF], ".."), ([0xC2], "."),
            ([0xC2, 0x41], ".A"), ([0xE0, 0x80, 0x80], "..."), ([0xE0, 0x9F, 0xBF], "..."), ([0xE0, 0xA0], "."),
            ([0xE2, 0x82], "."), ([0xE2, 0x82, 0x3C], ".<"), ([0xE2, 0x82, 0xE2, 0x82, 0xAC], ".€"),
            ([0xED, 0xA0, 0x80], "..."), ([0xED, 0xBF, 0xBF], "..."), ([0xEF, 0xBB], "."),
            ([0xF0, 0x80, 0x80, 0x80], "...."),
            ([0xF0, 0x9F, 0x98], "."), ([0xF0, 0x9F, 0x3C], ".<"), ([0xF0, 0x9F, 0x98, 0x3C], ".<"),
            ([0xF4, 0x90, 0x80, 0x80], "...."), ([0xF4, 0x8F, 0xBF], "."), ([0xF5, 0x80], ".."), ([0xFF, 0xFE], ".."),
            ([0xF8, 0x88, 0x80, 0x80, 0x80], "....."), ([0x41, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62], "A...b"),
        ] as [([UInt8], String)])
    func malformed(_ bytes: [UInt8], _ expected: String) {
        let text = String(decoding: TextDecoder().decode(bytes, as: .utf8), as: UTF8.self)
        #expect(text == expected.replacing(".", with: "\u{FFFD}"))
    }

    @Test func wellFormedTextStaysAndTheBufferIsUsedAgain() {
        let text = String(repeating: "aé€😀\0\u{FEFF}\u{10FFFF}\u{FFFF} plain words ", count: 50)
        let decoder = TextDecoder()
        var output = Array("old".utf8)
        for _ in 0..<2 {
            let replacements = Array(text.utf8).withUnsafeBytes { decoder.decode($0, as: .utf8, into: &output) }
            #expect(replacements == 0)
            #expect(output == Array(text.utf8))
        }
    }

    @Test func malformedSequencesAreCountedAndOthersAreNot() {
        var output: [UInt8] = []
        let bytes: [UInt8] = [0xEF, 0xBF, 0xBD, 0x80, 0x41, 0xE2, 0x82]
        let replacements = bytes.withUnsafeBytes { TextDecoder().decode($0, as: .utf8, into: &output) }
        #expect(replacements == 2)
        #expect(String(decoding: output, as: UTF8.self) == "\u{FFFD}\u{FFFD}A\u{FFFD}")
    }

    /// Swift's own decoder replaces the same sequences.
    @Test func randomBytesAsTheStandardLibraryReadsThem() {
        var random = SystemRandomNumberGenerator()
        let palette: [UInt8] = [
            0x00, 0x3C, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xFF,
        ]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                palette.randomElement(using: &random) ?? 0
            }
            let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
            #expect(TextDecoder().decode(bytes, as: .utf8) == expected, "\(bytes)")
        }
    }
}
