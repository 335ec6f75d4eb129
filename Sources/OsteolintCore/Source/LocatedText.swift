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
        /// Where the text before it ends in the source, if that is elsewhere: the pieces of a script's expression.
        let endOfPrevious: SourceLocation?

        /// Makes a run from its offset in UTF-8 bytes and its place.
        public init(offset: Int, location: SourceLocation) {
            self.init(offset: offset, location: location, endOfPrevious: nil)
        }

        init(offset: Int, location: SourceLocation, endOfPrevious: SourceLocation?) {
            self.offset = offset
            self.location = location
            self.endOfPrevious = endOfPrevious
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
        guard offset < text.utf8.count, let run = run(at: offset) else { return end }
        let bytes = text.utf8.dropFirst(run.offset).prefix(offset - run.offset)
        let scalars = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourceLocation(line: run.location.line, column: run.location.column + scalars)
    }

    /// The last run that begins at or before an offset.
    private func run(at offset: Int) -> Run? {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? runs[low - 1] : nil
    }

    /// The place of a stretch of the text, given in UTF-8 bytes; of one in several pieces that of the first.
    public func range(_ offsets: Range<Int>) -> SourceRange {
        let jump = runs.first {
            $0.endOfPrevious != nil && $0.offset > offsets.lowerBound && $0.offset <= offsets.upperBound
        }
        let end = jump?.endOfPrevious ?? location(at: offsets.upperBound)
        return SourceRange(start: location(at: offsets.lowerBound), end: end)
    }

    /// A stretch of the text, given in UTF-8 bytes.
    public func text(_ offsets: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(offsets.lowerBound).prefix(offsets.count), as: UTF8.self)
    }

    /// How it writes an ampersand: as it is, or as a character reference where the first one does, or where it has none.
    public var ampersand: String {
        guard let first = Array(text.utf8).firstIndex(of: UInt8(ascii: "&")) else { return "&amp;" }
        let place = range(first..<(first + 1))
        return place.start.line == place.end.line && place.end.column == place.start.column + 1 ? "&" : "&amp;"
    }

    /// The place of the whole text.
    public var range: SourceRange { range(0..<text.utf8.count) }
}
