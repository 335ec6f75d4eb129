/// How long it took to ask a URL, in milliseconds.
public struct ResponseTime: Sendable, Hashable {
    /// Each response up to the last byte that was read of it, in the order of the hops.
    public let hops: [Int]
    /// All of it, with what came to no response.
    public let whole: Int

    /// Makes a time from milliseconds.
    public init(hops: [Int], whole: Int) {
        self.hops = hops
        self.whole = whole
    }
}
