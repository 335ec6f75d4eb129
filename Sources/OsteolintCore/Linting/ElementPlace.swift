/// Where the element of a finding stands, in lines and in the structure of its page.
public struct ElementPlace: Sendable, Hashable {
    /// Where its start tag begins.
    public let start: SourceLocation
    /// The elements around it, by their names and ids, as a hash; see `Frame.container`.
    public let container: UInt64

    /// Makes a place.
    public init(start: SourceLocation, container: UInt64) {
        self.start = start
        self.container = container
    }
}
