import OsteolintCore
import OsteolintReports
import Testing

@Suite("The source line with its carets")
struct CodeFrameTests {
    /// A line, what of it is marked, and the two lines that are shown.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let source: String
        let columns: (Int, Int)
        let shown: [String]

        init(_ name: String, _ source: String, _ start: Int, _ end: Int, _ shown: String...) {
            self.name = name
            self.source = source
            columns = (start, end)
            self.shown = shown
        }

        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            "a word", "one two three", 5, 8,
            " 3 | one two three",
            "   |     ^^^"),
        Case(
            "the whole line", "one", 1, 4,
            " 3 | one",
            "   | ^^^"),
        Case(
            "nothing between two characters", "a=\"\"", 4, 4,
            " 3 | a=\"\"",
            "   |    ^"),
        Case(
            "behind the last character", "one", 4, 4,
            " 3 | one",
            "   |    ^"),
        Case(
            "tabs are a space each", "\t\tone\ttwo", 7, 10,
            " 3 |   one two",
            "   |       ^^^"),
        Case(
            "wide characters take two columns", "日本 one 한 two", 4, 9,
            " 3 | 日本 one 한 two",
            "   |      ^^^^^^"),
        Case(
            "emoji too", "😀😀 one", 4, 7,
            " 3 | 😀😀 one",
            "   |      ^^^"),
        Case(
            "marks above letters take none", "e\u{301}e\u{301} one", 6, 9,
            " 3 | e\u{301}e\u{301} one",
            "   |    ^^^"),
        Case(
            "control characters take as many as they are shown with", "a\u{1B}b c", 5, 6,
            #" 3 | a\u{1B}b c"#,
            "   |          ^"),
        Case(
            "a marked control character is marked as shown", "a\u{7}b", 2, 3,
            #" 3 | a\u{7}b"#,
            "   |  ^^^^^"),
        Case(
            "of a long line the part around the fault", String(repeating: "abcdefghi ", count: 9), 51, 54,
            " 3 | …abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcd…",
            "   |                                ^^^"),
        Case(
            "its beginning, where the fault is there", String(repeating: "abcdefghi ", count: 9), 1, 4,
            " 3 | abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcd…",
            "   | ^^^"),
        Case(
            "its end, where the fault is there", String(repeating: "abcdefghi ", count: 9), 88, 90,
            " 3 | …ghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi ",
            "   |                                                     ^^"),
        Case(
            "what goes on beyond it is marked by its first word", "<p>" + String(repeating: "abcdefghi ", count: 9), 4,
            93,
            " 3 | <p>abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi a…",
            "   |    ^^^^^^^^^…"),
    ]

    @Test("Frames", arguments: cases)
    func frame(_ sample: Case) {
        let finding = SampleReport.finding(sample.source, from: sample.columns.0, to: sample.columns.1)
        let text = TextReporter(isColoured: false, width: 61).render(SampleReport.report([finding]))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)[2...4].map(String.init)
        #expect(lines == ["   |"] + sample.shown)
    }

    @Test("A finding over several lines is marked to the end of its first word")
    func severalLines() {
        var finding = SampleReport.finding("  <iframe class=x", from: 3, to: 3)
        let range = SourceRange(
            start: SourceLocation(line: 9, column: 3), end: SourceLocation(line: 12, column: 2))
        finding.place = Place(path: "page.html", range: range)
        let text = TextReporter(isColoured: false).render(SampleReport.report([finding]))
        #expect(text.contains("   |\n 9 |   <iframe class=x\n   |   ^^^^^^^…\n"))
    }

    @Test("A part of a very long line is shown as a part")
    func cutSnippet() {
        var finding = SampleReport.finding("", line: 12345, from: 5003, to: 5006)
        finding.snippet = Snippet(text: "one two", firstColumn: 4999)
        let text = TextReporter(isColoured: false).render(SampleReport.report([finding]))
        #expect(text.contains("\n      --> page.html:12345:5003\n       |\n 12345 | …one two\n       |      ^^^\n"))
    }

    @Test("A finding without a source line has none")
    func noSource() {
        var finding = SampleReport.finding("", from: 1, to: 1)
        finding.snippet = nil
        let text = TextReporter(isColoured: false).render(SampleReport.report([finding]))
        #expect(
            text == """
                warning[embed-hidden]: something is wrong
                  --> page.html:3:1

                passed: 1 warning; no Osteocom embed in 2 pages

                """)
    }

    @Test("No terminal is too narrow", arguments: [0, 1, 20, 44])
    func narrow(_ width: Int) {
        let finding = SampleReport.finding(String(repeating: "abcdefghi ", count: 9), from: 51, to: 54)
        let text = TextReporter(isColoured: false, width: width).render(SampleReport.report([finding]))
        #expect(text == TextReporter(isColoured: false, width: 44).render(SampleReport.report([finding])))
    }
}
