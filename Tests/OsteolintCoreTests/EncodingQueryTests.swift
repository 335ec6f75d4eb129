import Foundation
import OsteolintCore
import Testing

struct EncodingQueryTests {
    /// The query percent-encode set of the URL Standard.
    private func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x21 || byte == 0x7F || Array("\"#<>".utf8).contains(byte)
    }

    private func query(_ text: String, _ encoding: TextEncoding) -> String {
        let encoder = QueryEncoder(pageEncoding: encoding)
        return String(decoding: encoder.percentEncode(text.unicodeScalars, where: isEscaped), as: UTF8.self)
    }

    @Test(.enabled(if: DecodingSharedData.isPresent("url/percent-encoding.json"), "the URL tests are not here"))
    func webPlatformTests() throws {
        let data = Data(try DecodingSharedData.bytes("url/percent-encoding.json"))
        let cases = try #require(try JSONSerialization.jsonObject(with: data) as? [Any]).compactMap {
            $0 as? [String: Any]
        }
        for row in cases {
            let input = try #require(row["input"] as? String)
            for (label, expected) in try #require(row["output"] as? [String: String]) {
                let encoding = try #require(TextEncoding(label: label))
                #expect(query(input, encoding) == expected, "\(label) \(input)")
            }
        }
    }

    @Test(
        arguments: [
            (.windows1252, "é€\u{81}ł", "%E9%80%81%26%23322%3B"), (.utf16LE, "é", "%C3%A9"),
            (.replacement, "é", "%C3%A9"),
            (.shiftJIS, "日本\u{A5}\u{203E}ｱ\u{E000}", "%93%FA%96{\\~%B1%26%2357344%3B"), (.eucJP, "日ｱ", "%C6%FC%8E%B1"),
            (.gbk, "日€\u{1F600}", "%C8%D5%80%26%23128512%3B"), (.gb18030, "€\u{1F600}¥", "%A2%E3%949%FC6%810%846"),
            (.big5, "日十═", "%A4%E9%A4Q%F9%F9"), (.eucKR, "한갂", "%C7%D1%81A"),
            (.iso2022JP, "日ｱ", "%1B$BF|%1B(B%1B$B%%22%1B(B"),
            (.gbk, "\u{E78D}︐", "%A6%D9%A6%D9"), (.userDefined, "A\u{F780}", "A%80"), (.koi8U, "ў", "%AE"),
        ] as [(TextEncoding, String, String)])
    func percentEncode(_ encoding: TextEncoding, _ text: String, _ expected: String) {
        #expect(query(text, encoding) == expected)
    }

    /// What is written can be read again.
    @Test(arguments: TextEncoding.allCases.filter { $0.outputEncoding == $0 })
    func roundTrip(_ encoding: TextEncoding) {
        let encoder = QueryEncoder(pageEncoding: encoding)
        let decoder = TextDecoder()
        let changed: Set<UInt32> = [0xA5, 0x203E, 0x2212]
        for value in (0x20...0xFFFF as ClosedRange<UInt32>) where !changed.contains(value) {
            guard let scalar = Unicode.Scalar(value), let bytes = encoder.encode(scalar) else { continue }
            if encoding == .iso2022JP, (0xFF61...0xFF9F).contains(value) { continue }
            if [.gbk, .gb18030].contains(encoding), (0xE000...0xF8FF).contains(value) { continue }
            #expect(decoder.decode(bytes, as: encoding) == Array(String(scalar).utf8), "\(encoding) \(value)")
        }
    }
}
