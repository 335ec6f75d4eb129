import OsteolintCore
import Testing

/// html5lib's tests of the standard's prescan.
@Suite(.enabled(if: DecodingSharedData.isPresent("html5lib/encoding/tests1.dat"), "html5lib's tests are not here"))
struct EncodingHTML5LibTests {
    /// The standard's prescan knows no elements, Chromium's search does: it passes over the text of scripts and styles.
    private static let differences = [
        #"<script>document.write('<meta charset="iso8859-2">')</script>"#,
        #"<script type="text/plain"><meta charset="iso8859-2"></script>"#,
        #"<style type="text/plain"><meta charset="iso8859-2"></style>"#,
    ]

    @Test(arguments: ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"])
    func prescan(_ file: String) throws {
        for (data, label) in try Self.cases(in: file) {
            let encoding = EncodingSniffer().sniff(data).encoding
            let text = String(decoding: data, as: UTF8.self)
            if Self.differences.contains(where: text.contains) {
                #expect(encoding == .windows1252, "\(text)")
            } else {
                #expect(encoding == TextEncoding(label: label), "\(text)")
            }
        }
    }

    /// The `#data` and `#encoding` of every test of a file.
    private static func cases(in file: String) throws -> [([UInt8], String)] {
        let lines = try DecodingSharedData.bytes("html5lib/encoding/\(file)")
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var cases: [([UInt8], String)] = []
        var data: [ArraySlice<UInt8>] = []
        var isLabel = false
        for line in lines {
            if line.elementsEqual("#data".utf8) {
                data = []
            } else if line.elementsEqual("#encoding".utf8) {
                isLabel = true
            } else if isLabel {
                cases.append(
                    (Array(data.joined(separator: [UInt8(ascii: "\n")])), String(decoding: line, as: UTF8.self)))
                isLabel = false
            } else {
                data.append(line)
            }
        }
        return cases
    }
}
