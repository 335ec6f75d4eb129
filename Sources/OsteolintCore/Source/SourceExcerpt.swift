/// A few source lines that outlive their page.
public struct SourceExcerpt: Sendable, Hashable {
    /// The first line, counted from one.
    public let firstLine: Int
    /// The lines, of very long ones the part around the tag.
    public let lines: [Snippet]

    /// Makes an excerpt from its first line's number, counted from one.
    public init(firstLine: Int, lines: [Snippet]) {
        self.firstLine = firstLine
        self.lines = lines
    }

    /// A line counted from one, or nil when it is not held.
    public func line(_ number: Int) -> Snippet? {
        lines.indices.contains(number - firstLine) ? lines[number - firstLine] : nil
    }
}
