/// A place in a page's decoded text, as SARIF's *region* counts it.
///
/// Lines end at LF, CRLF or CR. A column is a Unicode scalar; a tab is one column, a byte order mark none.
public struct SourceLocation: Sendable, Hashable, Comparable {
    /// The line, counted from one.
    public let line: Int
    /// The column in Unicode scalars, counted from one.
    public let column: Int

    /// Makes a location from a line and a column, both counted from one.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders by line, then by column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a page's text; `end` is exclusive.
public struct SourceRange: Sendable, Hashable {
    /// Where the stretch begins.
    public let start: SourceLocation
    /// The place just behind its last scalar.
    public let end: SourceLocation

    /// Makes a range from its first place and the place behind its last.
    public init(start: SourceLocation, end: SourceLocation) {
        self.start = start
        self.end = end
    }
}

/// A stretch of one file; a place without a range means the file as a whole.
public struct Place: Sendable, Hashable {
    /// The path as shown in reports.
    public let path: String
    /// The stretch, or nil for the whole file.
    public let range: SourceRange?

    /// Makes a place in a file.
    public init(path: String, range: SourceRange?) {
        self.path = path
        self.range = range
    }
}
