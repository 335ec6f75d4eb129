public import HTMLTokenizer

/// How much of a page is held at the most; what is larger is a failure that names the limit.
public struct PageLimits: Sendable {
    /// Bytes of a page.
    public var bytes: Int
    /// Attributes of one element, whose names have to be compared with each other.
    public var attributes: Int
    /// How deep `srcdoc` documents may be nested.
    public var srcdocDepth: Int

    /// Makes limits; the default ones are far beyond what a page has that people look at.
    public init(bytes: Int = 256 << 20, attributes: Int = 10_000, srcdocDepth: Int = 8) {
        self.bytes = bytes
        self.attributes = attributes
        self.srcdocDepth = srcdocDepth
    }
}

/// Why a page could not be read as a whole.
public enum PageFailure: Error, Sendable, Hashable {
    /// It has more bytes than are held.
    case tooLarge(limit: Int)
    /// Tree construction ran into a limit.
    case parser(HTMLParseFailure)
    /// An element has more attributes than are compared.
    case tooManyAttributes(limit: Int)
    /// Its `srcdoc` documents are nested deeper.
    case srcdocTooDeep(limit: Int)
    /// Libxml2 had no memory.
    case tree(HTMLTreeFailure)
}
