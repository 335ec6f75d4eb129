import OsteolintCore

/// Origins of a configuration, an item a line.
enum SampleOrigin {
    /// The column in which each begins, counted from one.
    static let column = 5

    /// Where an origin stands; lines count from one.
    static func place(of text: String, line: Int) -> Place {
        let start = SourceLocation(line: line, column: column)
        let end = SourceLocation(line: line, column: column + text.unicodeScalars.count)
        return Place(path: ".osteolint.yml", range: SourceRange(start: start, end: end))
    }

    /// Items from line 2 on, judged together.
    static func judged(_ texts: [String]) -> [JudgedOrigin] {
        let declared = texts.enumerated().map { index, text in
            DeclaredOrigin(
                text: text, place: place(of: text, line: index + 2),
                line: Snippet(text: "  - " + text, firstColumn: 1))
        }
        return JudgedOrigin.judge(declared)
    }
}
