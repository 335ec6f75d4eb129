/// A stretch of a page's text and what is to stand in its place; SARIF's *replacement*.
public struct TextEdit: Sendable, Hashable {
    /// What is taken out; nothing where start and end are the same place.
    public let range: SourceRange
    /// What is put in, in ASCII, which every encoding of a page can express.
    public let replacement: String

    /// Makes an edit.
    public init(_ range: SourceRange, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    /// Makes an edit that takes nothing out.
    public init(inserting text: String, at location: SourceLocation) {
        self.init(SourceRange(start: location, end: location), text)
    }
}
