public import OsteolintCore

/// Asks product-status about cards, within its rate limit.
///
/// One governor decides about all requests of a run, whatever their host: Osteocom's hosts count per client address, and
/// stand behind one another. It is one loop that asks the governor, so that requests go out in order.
public struct StatusProber: Sendable {
    /// What happens during a run.
    public enum Progress: Sendable, Hashable {
        /// So many questions need not be asked any more.
        case settled(Int)
        /// Nothing may go out for so many seconds.
        case waiting(seconds: Double)
    }

    private let fetcher: Fetcher
    private let limits: GovernorLimits
    private let connections: Int
    private let clock: @Sendable () -> RunClock

    /// Makes a prober.
    ///
    /// - Parameters:
    ///   - fetcher: one of the prober's own, whose `limits.requests` is the governor's; what it sends beside the
    ///     governor's grants, to the second address of a host whose first does not answer, then stays within them too.
    ///   - limits: how much may be asked in one run.
    ///   - connections: how many requests are under way at the same time.
    public init(fetcher: Fetcher, limits: GovernorLimits, connections: Int = 4) {
        self.init(fetcher: fetcher, limits: limits, connections: connections, clock: RunClock.running)
    }

    /// Makes a prober whose runs have a time of their own.
    init(
        fetcher: Fetcher, limits: GovernorLimits, connections: Int, clock: @escaping @Sendable () -> RunClock
    ) {
        self.clock = clock
        self.fetcher = fetcher
        self.limits = limits
        self.connections = connections
    }

    /// Asks each question, the first of each client before all others.
    ///
    /// A question that is answered 429, or fails in passing, is asked again after the others. Cancelled, it returns
    /// at once with what is known.
    ///
    /// - Parameters:
    ///   - targets: distinct questions.
    ///   - progress: told what happens, from the calling task.
    /// - Returns: what came of them, in the same order.
    public func run(
        _ targets: [StatusTarget], progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async -> [ProductStatus] {
        var run = ProbeRun(
            queue: ProbeQueue(targets), fetcher: fetcher, limits: limits, connections: connections, clock: clock(),
            progress: progress)
        return await run.statuses()
    }
}
