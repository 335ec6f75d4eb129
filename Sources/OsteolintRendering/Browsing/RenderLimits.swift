public import OsteolintCore

/// How much a browser may take for one page.
public struct RenderLimits: Sendable, Hashable {
    /// How long it may take.
    public var time: Duration
    /// How many bytes the page may become.
    public var output: Int
    /// How many bytes its processes may hold; what they share counts for each.
    public var memory: Int

    /// Makes limits.
    public init(
        time: Duration = .seconds(20), output: Int = PageLimits().bytes, memory: Int = 3 << 30
    ) {
        self.time = time
        self.output = output
        self.memory = memory
    }
}
