/// Text that was read out of a page, such as an attribute's value, with the place of each of its scalars.
///
/// A character reference is several columns of source and one scalar of text, a line end inside an attribute starts
/// a new line: so the places are kept as runs in which text and source advance together.
public struct LocatedText: Sendable, Hashable {
    /// A run of text that stands in the source as it is.
    public struct Run: Sendable, Hashable {
        /// Where the run begins in the text, in UTF-8 bytes.
        public let offset: Int
        /// Where it begins in the source.
        public let location: SourceLocation

        /// Makes a run from its offset in UTF-8 bytes and its place.
        public init(offset: Int, location: SourceLocation) {
            self.offset = offset
            self.location = location
        }
    }

    /// The text as parsed.
    public let text: String
    /// The runs in order; the first begins at offset 0.
    public let runs: [Run]
    /// The place behind the last scalar.
    public let end: SourceLocation

    /// Makes a text from its runs.
    ///
    /// - Parameters:
    ///   - text: the text as parsed.
    ///   - runs: its runs in order, the first at offset 0; may be empty for an empty text.
    ///   - end: the place in the source behind the text.
    public init(_ text: String, runs: [Run], end: SourceLocation) {
        self.text = text
        self.runs = runs
        self.end = end
    }

    /// The place of a scalar.
    ///
    /// - Parameter offset: in UTF-8 bytes of `text`.
    /// - Returns: its place; for an offset at or behind the end, the place behind the text.
    public func location(at offset: Int) -> SourceLocation {
        guard offset < text.utf8.count, let run = runs.last(where: { $0.offset <= offset }) else { return end }
        let bytes = text.utf8.dropFirst(run.offset).prefix(offset - run.offset)
        let scalars = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourceLocation(line: run.location.line, column: run.location.column + scalars)
    }

    /// The place of a stretch of the text, given in UTF-8 bytes.
    public func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(start: location(at: offsets.lowerBound), end: location(at: offsets.upperBound))
    }

    /// The place of the whole text.
    public var range: SourceRange { range(0..<text.utf8.count) }
}
