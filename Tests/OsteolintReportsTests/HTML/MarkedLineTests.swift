import OsteolintCore
import Testing

@testable import OsteolintReports

@Suite("A source line with its fault marked")
struct MarkedLineTests {
    @Test("Indentation is left out, and carets stand below the fault")
    func marks() throws {
        let line = try #require(MarkedLine(SampleReport.finding("    <a href=x>", from: 8, to: 14)))
        #expect([line.before, line.marked, line.after] == ["<a ", "href=x", ">"])
        #expect(line.carets == "   ^^^^^^")
        #expect(!line.isLong)
    }

    @Test("Of a long line the beginning is cut, so that the fault is in sight")
    func longLine() throws {
        let source = String(repeating: "x", count: 200) + "fault" + String(repeating: "y", count: 50)
        let line = try #require(MarkedLine(SampleReport.finding(source, from: 201, to: 206)))
        #expect(line.before == "…" + String(repeating: "x", count: 40))
        #expect(line.marked == "fault")
        #expect(line.carets == String(repeating: " ", count: 41) + "^^^^^")
    }

    @Test("Hidden characters are shown, and the mark still covers the fault")
    func hidden() throws {
        let line = try #require(MarkedLine(SampleReport.finding("a\u{202E}b", from: 2, to: 3)))
        #expect(line.marked == #"\u{202E}"#)
        #expect(line.carets == " ^^^^^^^^")
    }

    @Test("Columns that are not there mark the end of the line", arguments: [(9, 12), (3, 2), (1, 1), (900, 1)])
    func outside(start: Int, end: Int) throws {
        let line = try #require(MarkedLine(SampleReport.finding("abc", from: start, to: end)))
        #expect(line.before + line.marked + line.after == "abc")
        #expect(line.carets.contains("^"))
    }
}
