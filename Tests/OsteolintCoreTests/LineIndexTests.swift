import OsteolintCore
import Testing

@Suite("Lines and columns of a text")
struct LineIndexTests {
    /// Each offset of a text against lines and columns counted one by one.
    @Test(arguments: [
        "", "a", "\n", "\r", "\r\n", "a\nb\r\nc\rd", "\n\n", "\r\r", "é\n😀x\r\n", "\r\n\r", "a\r\n\nb",
        String(repeating: "é😀x\n", count: 700), String(repeating: "ab", count: 2_000) + "\r" + "c",
    ])
    func everyOffset(text: String) {
        let bytes = Array(text.utf8)
        let index = LineIndex(bytes)
        var expected = (line: 1, column: 1)
        for (offset, byte) in bytes.enumerated() {
            if byte & 0xC0 != 0x80 {
                #expect(index.location(at: offset) == SourceLocation(line: expected.line, column: expected.column))
                expected.column += 1
            }
            let isFirstOfPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
            if byte == 0x0A || byte == 0x0D, !isFirstOfPair { expected = (expected.line + 1, 1) }
        }
        let end = SourceLocation(line: expected.line, column: expected.column)
        #expect(index.location(at: bytes.count) == end)
        #expect(index.location(at: bytes.count + 5) == end)
        #expect(index.lineCount == expected.line)
    }

    @Test(arguments: [
        (1, "ab"), (2, ""), (3, "c😀d"), (4, ""), (5, ""), (0, ""),
    ])
    func lines(line: Int, text: String) {
        let bytes = Array("ab\r\n\rc😀d\n".utf8)
        let index = LineIndex(bytes)
        #expect(String(decoding: bytes[index.offsets(ofLine: line)], as: UTF8.self) == text)
        #expect(index.snippet(at: SourceLocation(line: line, column: 1)).text == text)
    }

    /// Of a very long line the part around the place is shown, never more than asked for.
    @Test(arguments: [1, 2, 99, 100, 101, 399, 400, 401, 1_000, 5_000, 99_600, 99_601, 99_999, 100_000])
    func longLines(column: Int) throws {
        let scalars = (0..<100_000).map { Unicode.Scalar(0x100 + UInt32($0) % 0x2000) ?? "x" }
        let line = String(String.UnicodeScalarView(scalars))
        let index = LineIndex(Array("first\n\(line)\r\nlast".utf8))
        let snippet = index.snippet(at: SourceLocation(line: 2, column: column), maximum: 400)
        let shown = Array(snippet.text.unicodeScalars)
        #expect(shown.count == 400)
        #expect(snippet.firstColumn >= 1)
        let place = column - snippet.firstColumn
        #expect(shown.indices.contains(place))
        #expect(shown[place] == scalars[column - 1])
        #expect(shown[0] == scalars[snippet.firstColumn - 1])
    }

    @Test func linesUpToTheMaximumAreShownWhole() {
        let line = String(repeating: "é", count: 400)
        let index = LineIndex(Array("x\n\(line)".utf8))
        let snippet = index.snippet(at: SourceLocation(line: 2, column: 390), maximum: 400)
        #expect(snippet.text == line)
        #expect(snippet.firstColumn == 1)
    }
}
