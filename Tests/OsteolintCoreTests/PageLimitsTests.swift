import HTMLTokenizer
import OsteolintCore
import Testing

/// Pages of a size or shape that other parsers cut: they are read whole, or fail and name the limit.
@Suite("Limits of pages")
struct PageLimitsTests {
    private let frame = PageReading.frame

    @Test func tenThousandLevels() throws {
        let page = try PageReading(String(repeating: "<div>", count: 10_000) + frame).page
        #expect(page.embeds.map(\.tag.start) == [SourceLocation(line: 1, column: 50_001)])
        #expect(page.embeds.map(\.state) == [.live])
        #expect(page.embeds.first.map(page.frame).flatMap(page.element)?.ancestors.count ?? 0 > 500)
    }

    @Test func moreOpenElementsThanTheLimit() {
        let limit = HTMLParser.Options().maximumDepth
        #expect(throws: PageFailure.parser(.tooDeep(limit: limit))) {
            try PageReading(String(repeating: "<div>", count: limit))
        }
    }

    @Test(arguments: [5_000, 9_998])
    func manyAttributes(count: Int) throws {
        let attributes = (0..<count).map { "a\($0)=\($0)" }.joined(separator: " ")
        let page = try PageReading("<iframe \(attributes) title=Card src='\(PageReading.embed)'>").page
        #expect(page.embeds.count == 1)
        #expect(page.frames.first?.attributes.count == count + 2)
        #expect(page.frames.first.flatMap(page.element)?.attribute("a\(count - 1)") == "\(count - 1)")
    }

    @Test(arguments: ["div", "iframe", "svg"])
    func moreAttributesThanTheLimit(element: String) {
        let attributes = (0...10_000).map { "a\($0)" }.joined(separator: " ")
        #expect(throws: PageFailure.tooManyAttributes(limit: 10_000)) {
            try PageReading("<\(element) \(attributes)>\(frame)")
        }
    }

    /// 20 MB, twice what libxml2 takes by default; a debug build needs too long for the 100 MB that are handled too.
    @Test func aVeryLongText() throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20)
        let page = try PageReading(Array("<p>".utf8) + text + Array(frame.utf8)).page
        #expect(page.embeds.map(\.tag.start) == [SourceLocation(line: 1, column: (20 << 20) + 4)])
        #expect(page.embeds.first?.excerpt.lines.first?.text.unicodeScalars.count == 600)
    }

    @Test func aVeryLongValue() throws {
        let value = String(repeating: "x", count: 11 << 20)
        let page = try PageReading("<iframe title='\(value)' src='\(PageReading.embed)'>").page
        #expect(page.embeds.count == 1)
        #expect(page.frames.first?.attribute("title")?.value.text.utf8.count == 11 << 20)
    }

    @Test func aVeryLongName() throws {
        let name = String(repeating: "n", count: 200_000)
        let page = try PageReading("<\(name) \(name)=1>\(frame)").page
        #expect(page.embeds.count == 1)
    }

    @Test(arguments: [
        ("\0", 2), ("<p>\0\0", 6), ("<title>\0</title>", 17), ("<!--\0-->", 9), ("<p\0q a\0=\0>", 11),
        ("<svg>\0</svg>", 13),
        ("<script>\0</script>", 19), ("<table>\0", 9),
    ])
    func nullBytes(before: String, column: Int) throws {
        let page = try PageReading(before + frame).page
        #expect(page.embeds.map(\.tag.start) == [SourceLocation(line: 1, column: column)])
        #expect(page.embeds.map(\.state) == [.live])
    }

    @Test func nullBytesInsideATagAreNotDropped() throws {
        #expect(try PageReading("<ifr\0ame src='\(PageReading.embed)'>").page.frames.isEmpty)
        let page = try PageReading("<iframe src='\(PageReading.embed)\0'>").page
        #expect(page.embeds.first?.url.source.text == PageReading.embed + "\u{FFFD}")
    }

    @Test(arguments: ["", " ", "<", "</", "<!", "<iframe", "<iframe src=", "\u{FEFF}", "&", "\0"])
    func nearlyNothing(markup: String) throws {
        #expect(try PageReading(markup).page.frames.isEmpty)
    }
}
