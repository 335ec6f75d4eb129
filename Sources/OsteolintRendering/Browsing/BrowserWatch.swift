/// Tells when a browser has had enough of anything: it is told the instant, and waits for nothing.
struct BrowserWatch {
    private let limits: RenderLimits
    private let end: ContinuousClock.Instant

    /// Begins to watch.
    init(_ limits: RenderLimits, from start: ContinuousClock.Instant) {
        self.limits = limits
        end = start + limits.time
    }

    /// Why the browser is to be ended now, or nil.
    ///
    /// - Parameters:
    ///   - instant: the time.
    ///   - output: how many bytes it has given.
    ///   - memory: how many bytes its processes hold.
    ///   - isInterrupted: whether nobody waits for it any more.
    /// - Returns: the reason as a failure.
    func objection(
        at instant: ContinuousClock.Instant, output: Int, memory: Int, isInterrupted: Bool
    ) -> RenderFailure? {
        if isInterrupted { return .interrupted }
        if output > limits.output { return .tooLarge(limit: limits.output) }
        if memory > limits.memory { return .tooMuchMemory(limit: limits.memory) }
        return instant >= end ? .timedOut(limits.time) : nil
    }
}
