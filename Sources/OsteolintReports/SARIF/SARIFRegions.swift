import OsteolintCore

extension JSONWriter {
    /// Writes where in its file a finding stands; nothing for the file as a whole (SARIF, section 3.30).
    ///
    /// The region's snippet is the text of the region alone, so it is left out where that goes on beyond the line
    /// that is held; the line itself is the context.
    func regions(of finding: Finding) {
        guard let range = finding.place?.range else { return }
        let line = finding.snippet.flatMap { SnippetLine($0, range) }
        object("region") {
            bounds(of: range)
            if let line, !line.fault.isEmpty { object("snippet") { member("text", String(line.fault)) } }
        }
        guard let line, line.isMoreThanFault else { return }
        object("contextRegion") {
            bounds(of: line.range)
            object("snippet") { member("text", String(line.text)) }
        }
    }

    /// Writes the members of a region: lines and columns from one, the end exclusive.
    func bounds(of range: SourceRange) {
        member("startLine", range.start.line)
        member("startColumn", range.start.column)
        guard range.start < range.end else { return }
        member("endLine", range.end.line)
        member("endColumn", range.end.column)
    }
}

/// A source line as far as it is held, and the fault in it.
private struct SnippetLine {
    let text: String
    let fault: Substring.UnicodeScalarView
    let range: SourceRange

    /// Nothing where the fault is not within the line.
    init?(_ snippet: Snippet, _ range: SourceRange) {
        let scalars = snippet.text.unicodeScalars
        let before = range.start.column - snippet.firstColumn
        let length = range.end.column - range.start.column
        guard range.start.line == range.end.line, before >= 0, length >= 0,
            let start = scalars.index(scalars.startIndex, offsetBy: before, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: length, limitedBy: scalars.endIndex)
        else { return nil }
        text = snippet.text
        fault = scalars[start..<end]
        let width = before + length + scalars.distance(from: end, to: scalars.endIndex)
        self.range = SourceRange(
            start: SourceLocation(line: range.start.line, column: snippet.firstColumn),
            end: SourceLocation(line: range.start.line, column: snippet.firstColumn + width))
    }

    /// A context has to be more than what it is the context of (section 3.29.5).
    var isMoreThanFault: Bool { fault.startIndex > text.startIndex || fault.endIndex < text.endIndex }
}
