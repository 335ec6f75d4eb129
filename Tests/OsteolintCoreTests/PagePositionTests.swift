import OsteolintCore
import Testing
import WebURL

/// Lines and columns: LF, CRLF and CR end a line, a column is a scalar, a byte order mark is none.
@Suite("Places in pages")
struct PagePositionTests {
    private let frame = PageReading.frame

    @Test(arguments: [
        ("", 1, 1), ("\n", 2, 1), ("\r\n", 2, 1), ("\r", 2, 1), ("\n\r", 3, 1), ("\r\r\n", 3, 1), ("a\r\n\r\nb", 3, 2),
        ("\t\t", 1, 3), ("é", 1, 2), ("e\u{301}", 1, 3), ("😀", 1, 2), ("<p title='ä\n'>", 2, 3), ("\u{2028}", 1, 2),
        ("&amp;", 1, 6), ("<!--\r\n-->\r\n  ", 3, 3), ("<title>\r</title>", 2, 9), ("\u{C}\u{B}", 1, 3), ("\0", 1, 2),
    ])
    func places(before: String, line: Int, column: Int) throws {
        let page = try PageReading(before + frame).page
        let tag = try #require(page.embeds.first).tag
        #expect(tag.start == SourceLocation(line: line, column: column))
        let length = frame.utf8.count - "</iframe>".utf8.count
        #expect(tag.end == SourceLocation(line: line, column: column + length))
        let attribute = try #require(page.embeds.first).attribute
        #expect(attribute.start == SourceLocation(line: line, column: column + #"<iframe title="Card" "#.count))
        #expect(attribute.end == SourceLocation(line: line, column: column + length - 1))
        #expect(page.embeds.first?.url.source.range.start.column == attribute.start.column + #"src=""#.count)
        #expect(page.lines.snippet(at: tag.start).text.contains(frame))
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF], TextEncoding.utf8, EncodingSource.byteOrderMark),
            ([0xFF, 0xFE], .utf16LE, .byteOrderMark), ([0xFE, 0xFF], .utf16BE, .byteOrderMark),
            ([], .windows1252, .override), ([], .utf16LE, .override), ([], .utf16BE, .override),
        ] as [([UInt8], TextEncoding, EncodingSource)])
    func encodings(mark: [UInt8], encoding: TextEncoding, source: EncodingSource) throws {
        // The emoji is two units of UTF-16 and one column; windows-1252 has none.
        let text = "é\(encoding == .windows1252 ? "x" : "😀")\n\té \(frame)"
        let bytes = mark + Self.encoded(text, encoding)
        let options = Page.Options(charset: source == .override ? encoding : nil, url: WebURL("https://a.example/"))
        let page = try PageReading(bytes, options: options).page
        #expect(page.encoding.encoding == encoding)
        #expect(page.encoding.source == source)
        #expect(page.text == Array(text.utf8))
        #expect(page.embeds.map(\.tag.start) == [SourceLocation(line: 2, column: 4)])
        #expect(page.lines.snippet(at: SourceLocation(line: 2, column: 1)).text == "\té \(frame)")
    }

    private static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf16LE: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BE: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1252: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        default: Array(text.utf8)
        }
    }

    /// The value as parsed, and where each of its parts stands: a reference is many columns and one scalar.
    @Test func placesInsideAValue() throws {
        let source = "\n <iframe src=\"https://www.osteocom.me/embed/x?é=1&amp;b=\r\n2&#x26;c=😀&lt&gt;d\">"
        let page = try PageReading(source).page
        let value = try #require(page.embeds.first).url.source
        #expect(value.text == "https://www.osteocom.me/embed/x?é=1&b=\n2&c=😀<>d")
        func place(_ text: String) throws -> [Int] {
            let range = try #require(value.text.firstRange(of: text))
            let location = value.location(
                at: value.text.utf8.distance(from: value.text.startIndex, to: range.lowerBound))
            return [location.line, location.column]
        }
        #expect(try place("https") == [2, 15])
        #expect(try place("é=1") == [2, 47])
        #expect(try place("&b") == [2, 50])
        #expect(try place("b=") == [2, 55])
        #expect(try place("\n") == [2, 57])
        #expect(try place("2&c") == [3, 1])
        #expect(try place("&c") == [3, 2])
        #expect(try place("c=") == [3, 8])
        #expect(try place("😀") == [3, 10])
        #expect(try place("<>") == [3, 11])
        #expect(try place(">d") == [3, 14])
        #expect(value.range.end == SourceLocation(line: 3, column: 19))
        #expect(page.embeds.first?.attribute.end == SourceLocation(line: 3, column: 20))
    }

    @Test(arguments: [
        ("<iframe src=''>", 14, 14), ("<iframe src>", 12, 12), ("<iframe src=>", 13, 13), ("<iframe src = a>", 15, 16),
    ])
    func placesOfShortValues(markup: String, start: Int, end: Int) throws {
        let value = try #require(PageReading(markup).page.frames.first?.attribute("src")).value
        #expect(value.range.start == SourceLocation(line: 1, column: start))
        #expect(value.range.end == SourceLocation(line: 1, column: end))
    }

    @Test func locatedTextFindsPlaces() {
        let text = LocatedText(
            "aé&b",
            runs: [
                .init(offset: 0, location: SourceLocation(line: 1, column: 5)),
                .init(offset: 3, location: SourceLocation(line: 1, column: 7)),
                .init(offset: 4, location: SourceLocation(line: 2, column: 1)),
            ], end: SourceLocation(line: 2, column: 2))
        #expect((0...6).map { text.location(at: $0).column } == [5, 6, 7, 7, 1, 2, 2])
        #expect(text.range(1..<3).end == SourceLocation(line: 1, column: 7))
        #expect(LocatedText("", runs: [], end: SourceLocation(line: 3, column: 4)).range.start.line == 3)
    }
}
