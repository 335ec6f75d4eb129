/// What came of mending a page.
public struct FixedPage: Sendable {
    /// The page's bytes, and what became of them.
    public let edited: EditedBytes
    /// How many faults were cured.
    public let cured: Int
    /// How many findings there were that nothing silences.
    public let before: Int
    /// How many of these, and of those that came to light, there are now.
    public let after: Int
    /// Why a certain cure could not be written, in words without a subject; nil where all were.
    public let obstacle: String?

    /// Whether anything was edited.
    public var isChanged: Bool { cured > 0 }
}
