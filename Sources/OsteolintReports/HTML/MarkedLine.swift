import OsteolintCore

/// A source line in three parts, the fault in the middle, with the carets for below it.
struct MarkedLine {
    /// A line of more columns than this begins shortly before its fault.
    private static let wide = 110
    private static let contextBefore = 40

    /// What stands in front of the fault.
    let before: String
    /// The fault.
    let marked: String
    /// What stands behind it.
    let after: String
    /// The columns in front of the carets.
    let indent: Int
    /// How many carets there are.
    let caretCount: Int
    /// Whether the fault goes on below this line, or beyond what is shown of it.
    let continues: Bool

    /// Makes the parts; nil for a finding without a source line.
    init?(_ finding: Finding) {
        guard let snippet = finding.snippet, let range = finding.place?.range else { return nil }
        let scalars = LineScalars(snippet.text)
        let start = min(max(range.start.column - snippet.firstColumn, 0), scalars.count)
        let end = range.end.line == range.start.line ? range.end.column - snippet.firstColumn : Int.max
        continues = end > scalars.count
        // What goes on is marked by its first word: `<iframe` says which tag is meant.
        let word = continues ? (start..<scalars.count).prefix { !scalars.isBlank(at: $0) }.count : end - start
        let fault = start..<min(start + max(word, 1), scalars.count)
        let indentation = (0..<scalars.count).prefix { scalars.isBlank(at: $0) }.count
        let first = Self.firstShown(of: scalars.count, indentation: indentation, fault: start)
        let isCut = snippet.firstColumn > 1 || first > indentation
        before = (isCut ? "…" : "") + scalars.visible(first..<start)
        marked = scalars.visible(fault)
        after = scalars.visible(fault.upperBound..<scalars.count)
        indent = (isCut ? 1 : 0) + scalars.columns(first..<start)
        caretCount = max(1, scalars.columns(fault))
    }

    /// The carets, in the columns of the fault.
    var carets: String {
        String(repeating: " ", count: indent) + String(repeating: "^", count: caretCount) + (continues ? "…" : "")
    }

    /// Whether the line is too wide for a sheet of paper, so that carets below it would not stand where they belong.
    var isLong: Bool { before.utf16.count + marked.utf16.count + after.utf16.count > Self.wide }

    private static func firstShown(of count: Int, indentation: Int, fault: Int) -> Int {
        guard count - indentation > wide, fault - indentation > contextBefore else { return min(indentation, fault) }
        return fault - contextBefore
    }
}
