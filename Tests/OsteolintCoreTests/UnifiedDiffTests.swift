import Testing

@testable import OsteolintCore

@Suite("Unified diffs")
struct UnifiedDiffTests {
    /// The diff of a text in which stretches are replaced.
    private static func diff(_ text: String, _ edits: (Range<Int>, String)..., path: String = "a.html") -> String {
        var edited = EditedBytes(Array(text.utf8))
        edited.apply(edits.map { ByteEdit(range: $0, replacement: Array($1.utf8)) })
        return String(decoding: UnifiedDiff(edited, path: Array(path.utf8)).bytes, as: UTF8.self)
    }

    private static let lines = (0..<20).map { "line \($0 % 10)\n" }.joined()

    @Test("nothing changed: no diff")
    func nothing() {
        #expect(Self.diff("a\n") == "")
        #expect(Self.diff("a\n", (0..<1, "a")) == "")
        #expect(Self.diff("") == "")
    }

    @Test("three lines stand around a change")
    func context() {
        #expect(
            Self.diff(Self.lines, (35..<41, "LINE")) == """
                --- a/a.html
                +++ b/a.html
                @@ -3,7 +3,7 @@
                 line 2
                 line 3
                 line 4
                -line 5
                +LINE
                 line 6
                 line 7
                 line 8

                """)
    }

    @Test("changes that are near share a hunk, others do not")
    func hunks() {
        let near = Self.diff(Self.lines, (0..<6, "A"), (49..<55, "B"))
        #expect(near.split(separator: "@@ -").count == 2)
        let far = Self.diff(Self.lines, (0..<7, ""), (56..<62, "B"))
        #expect(far.split(separator: "@@ -").count == 3)
        #expect(far.contains("@@ -1,4 +1,3 @@\n") && far.contains("@@ -6,7 +5,7 @@\n"))
    }

    @Test("lines come and go")
    func counts() {
        #expect(Self.diff("a\n", (0..<0, "b\n")).contains("@@ -1 +1,2 @@\n+b\n a\n"))
        #expect(Self.diff("a\n", (2..<2, "b\n")).contains("@@ -1 +1,2 @@\n a\n+b\n"))
        #expect(Self.diff("a\n", (0..<2, "")).contains("@@ -1 +0,0 @@\n-a\n"))
        #expect(Self.diff("", (0..<0, "a\n")).contains("@@ -0,0 +1 @@\n+a\n"))
    }

    @Test("a last line without line end says so")
    func noLineEnd() {
        let mark = "\\ No newline at end of file\n"
        #expect(Self.diff("a", (0..<1, "b")).hasSuffix("-a\n\(mark)+b\n\(mark)"))
        #expect(Self.diff("a", (1..<1, "b")).hasSuffix("-a\n\(mark)+ab\n\(mark)"))
        #expect(Self.diff("a\nb", (0..<1, "c")).hasSuffix("-a\n+c\n b\n\(mark)"))
    }

    @Test("a carriage return is a part of its line")
    func carriageReturn() {
        #expect(Self.diff("a\r\nb\r\n", (0..<1, "c")).hasSuffix("@@ -1,2 +1,2 @@\n-a\r\n+c\r\n b\r\n"))
    }

    @Test(
        "names are written as Git writes them",
        arguments: [
            ("x/y.html", "--- a/x/y.html\n+++ b/x/y.html\n"), ("my page.html", "--- a/my page.html\t\n"),
            ("é\n\".html", #"--- "a/\303\251\012\".html""# + "\n"), ("/tmp/x.html", "--- a/tmp/x.html\n"),
        ])
    func names(path: String, head: String) {
        #expect(Self.diff("a", (0..<1, "b"), path: path).hasPrefix(head))
    }

    @Test("edits of edits are edits of the file")
    func composition() {
        var edited = EditedBytes(Array("0123456789".utf8))
        let edit = { (range: Range<Int>, text: String) in ByteEdit(range: range, replacement: Array(text.utf8)) }
        edited.apply([edit(2..<3, "abc"), edit(7..<9, "")])
        #expect(edited.bytes == Array("01abc34569".utf8))
        edited.apply([edit(1..<4, ""), edit(5..<5, "x"), edit(10..<10, "y")])
        #expect(edited.bytes == Array("0cx34569y".utf8))
        #expect(edited.replacements.map(\.range) == [1..<3, 7..<9, 10..<10])
        #expect(ByteEdit.applied([edit(0..<1, "")], to: edited.bytes) == Array("cx34569y".utf8))
    }
}
