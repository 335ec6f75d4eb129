import OsteolintCore

/// The source line of a finding, with carets below it.
struct CodeFrame {
    private static let contextBefore = 30
    private static let narrowest = 40

    /// The lines, or nothing for a finding without a source line.
    let text: String

    /// Makes the lines.
    ///
    /// - Parameters:
    ///   - finding: what to show.
    ///   - style: the colours.
    ///   - width: the columns that a line may take; of a longer source line, the part around the fault is shown.
    init(_ finding: Finding, style: TextStyle, width: Int) {
        guard let snippet = finding.snippet, let range = finding.place?.range else {
            text = finding.isRendered ? Self.tag(finding.snippet, style: style, width: width) : ""
            return
        }
        let number = String(range.start.line)
        let margin = Self.margin(of: finding)
        let line = CodeLine(snippet, range, width: max(width - number.count - 4, Self.narrowest))
        let mark = String(repeating: " ", count: line.indent) + style.severity(finding.severity, line.carets)
        text = """
            \(style.faint("\(margin) |"))
            \(style.faint(" \(number) |")) \(line.text)
            \(style.faint("\(margin) |")) \(mark)

            """
    }

    /// The tag of a rendered page, which stands in no line.
    private static func tag(_ snippet: Snippet?, style: TextStyle, width: Int) -> String {
        guard let snippet else { return "" }
        let scalars = Array(snippet.text.unicodeScalars)
        let shown = window(of: scalars, around: 0, width: max(width - 5, narrowest)).upperBound
        let text = VisibleText.visible(String(String.UnicodeScalarView(scalars[..<shown])))
        let end = shown < scalars.count ? "…" : ""
        return style.faint("   |") + "\n" + style.faint("   |") + " \(text)\(end)\n" + style.faint("   |") + "\n"
    }

    /// The spaces that keep what stands below and above a finding's source line in one column with it.
    static func margin(of finding: Finding) -> String {
        let digits = finding.place?.range.map { String($0.start.line).count } ?? 1
        return String(repeating: " ", count: digits + 1)
    }

    /// The part of a source line that is shown, and what is marked of it.
    private struct CodeLine {
        let text: String
        /// The columns in front of the carets.
        let indent: Int
        let carets: String

        init(_ snippet: Snippet, _ range: SourceRange, width: Int) {
            let scalars = Array(snippet.text.unicodeScalars)
            let start = min(max(range.start.column - snippet.firstColumn, 0), scalars.count)
            let isOneLine = range.end.line == range.start.line
            let end = isOneLine ? max(range.end.column - snippet.firstColumn, start) : Int.max
            let window = CodeFrame.window(of: scalars, around: start, width: width)
            let cutBefore = window.lowerBound > 0 || snippet.firstColumn > 1 ? "…" : ""
            let cutAfter = window.upperBound < scalars.count ? "…" : ""
            let view = snippet.text.unicodeScalars
            let first = view.index(view.startIndex, offsetBy: window.lowerBound)
            let shown = view[first..<view.index(first, offsetBy: window.count)]
            text = cutBefore + VisibleText.visible(String(shown)) + cutAfter
            indent = cutBefore.count + CodeFrame.columns(scalars[window.lowerBound..<start])
            if end <= window.upperBound {
                carets = CodeFrame.carets(scalars[start..<end])
            } else {
                // What goes on beyond the line shown is marked by its first word: `<iframe` says which tag is meant.
                let word = scalars[start..<window.upperBound].prefix { !$0.properties.isWhitespace }
                carets = CodeFrame.carets(word) + "…"
            }
        }
    }

    private static func carets(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(repeating: "^", count: max(1, columns(scalars)))
    }

    private static func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + VisibleText.width(of: $1) }
    }

    /// The part of a line to show: all of it, or what fits around an index of it between two `…`.
    private static func window(of scalars: [Unicode.Scalar], around index: Int, width: Int) -> Range<Int> {
        let columns = scalars.map(VisibleText.width)
        guard columns.reduce(0, +) > width else { return scalars.indices }
        var window = index..<index
        var taken = 0
        func extendForward(to limit: Int) {
            while window.upperBound < columns.count, taken + columns[window.upperBound] <= limit {
                taken += columns[window.upperBound]
                window = window.lowerBound..<(window.upperBound + 1)
            }
        }
        func extendBackward(to limit: Int) {
            while window.lowerBound > 0, taken + columns[window.lowerBound - 1] <= limit {
                taken += columns[window.lowerBound - 1]
                window = (window.lowerBound - 1)..<window.upperBound
            }
        }
        extendBackward(to: contextBefore)
        extendForward(to: width - 2)
        extendBackward(to: width - 2)
        return window
    }
}
