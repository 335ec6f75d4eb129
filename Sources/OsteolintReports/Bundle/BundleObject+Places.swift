import OsteolintCore

extension BundleObject {
    /// A place by its path; without lines it is the whole file.
    func place() throws -> Place {
        Place(path: try text("path"), range: has("line") ? try range() : nil)
    }

    /// A stretch of a page; without an end it is a point.
    func range() throws -> SourceRange {
        let start = try location()
        let end = SourceLocation(
            line: try numberIfAny("endLine", from: 1) ?? start.line,
            column: try numberIfAny("endColumn", from: 1) ?? start.column)
        guard start <= end else { throw fault("endLine", "is before the beginning") }
        return SourceRange(start: start, end: end)
    }

    /// A place in a page.
    func location() throws -> SourceLocation {
        SourceLocation(line: try number("line", from: 1), column: try number("column", from: 1))
    }

    /// A source line, as the members `snippet` and `snippetColumn`.
    func snippet() throws -> Snippet? {
        guard let text = try textIfAny("snippet") else { return nil }
        return Snippet(text: text, firstColumn: try numberIfAny("snippetColumn", from: 1) ?? 1)
    }
}
