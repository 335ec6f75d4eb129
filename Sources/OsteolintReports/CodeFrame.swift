import OsteolintCore

/// The source line of a finding, with carets below it.
struct CodeFrame {
    private static let width = 120
    private static let contextBefore = 30

    /// The lines, or nothing for a finding without a source line.
    let text: String

    init(_ finding: Finding, style: TextStyle) {
        guard let snippet = finding.snippet, let range = finding.place?.range else {
            text = ""
            return
        }
        let scalars = Array(snippet.text.unicodeScalars)
        let start = min(max(range.start.column - snippet.firstColumn, 0), scalars.count)
        let isOneLine = range.end.line == range.start.line
        let end = isOneLine ? min(max(range.end.column - snippet.firstColumn, start), scalars.count) : scalars.count
        let window = Self.window(of: scalars.count, around: start)
        let line = scalars[window].reduce(into: "") { $0.unicodeScalars.append($1) }
        let cutBefore = window.lowerBound > 0 || snippet.firstColumn > 1 ? "…" : ""
        let cutAfter = window.upperBound < scalars.count ? "…" : ""
        let indent = cutBefore.count + Self.columns(scalars[window.lowerBound..<start])
        let carets = max(1, Self.columns(scalars[start..<min(max(end, start), window.upperBound)]))
        let number = String(range.start.line)
        let margin = String(repeating: " ", count: number.count)
        let mark = String(repeating: " ", count: indent) + style.severity(finding.severity, Self.carets(carets))
        text = """
            \(style.faint(" \(margin) |"))
            \(style.faint(" \(number) |")) \(cutBefore)\(VisibleText.visible(line))\(cutAfter)
            \(style.faint(" \(margin) |")) \(mark)

            """
    }

    private static func carets(_ count: Int) -> String { String(repeating: "^", count: count) }

    private static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + VisibleText.width(of: $1) }
    }

    /// The part of a line to show: all of it, or what is around a column of it.
    private static func window(of count: Int, around column: Int) -> Range<Int> {
        guard count > width else { return 0..<count }
        let start = max(0, min(column - contextBefore, count - width))
        return start..<(start + width)
    }
}
