/// Decides when the next request to product-status may go out.
///
/// One governor is asked for all requests to a host. It reads no clock: it is told the instant with each question and
/// with each answer.
public struct RateGovernor: Sendable {
    /// An instant, in seconds since any moment that stays the same for one governor.
    public typealias Instant = Double

    /// Whether a request may go out.
    public enum Permission: Sendable, Hashable {
        /// Now; the request is counted.
        case granted
        /// Not before so many seconds have passed; then ask again.
        case wait(seconds: Double)
        /// Not in this run.
        case refused(Refusal)
    }

    /// Why no more requests go out.
    public enum Refusal: Sendable, Hashable {
        /// All requests of the run are spent.
        case requestsSpent(limit: Int)
        /// The next request would have to wait for longer than the run may.
        case waitTooLong(limit: Double)
        /// The host answered 429 too often in a row.
        case rateLimited
    }

    /// What came of a request, as far as it says when the next may go out.
    public enum Answer: Sendable, Hashable {
        /// An answer that is none of the others.
        case passed(RateLimitFields)
        /// 429.
        case rateLimited(RateLimitFields)
        /// A failure that may pass: 5xx, no connection, no answer in time.
        case failed(RateLimitFields)
    }

    private let limits: GovernorLimits

    /// Makes a governor.
    ///
    /// - Parameters:
    ///   - limits: how much may be asked.
    ///   - start: the instant at which the run begins.
    ///   - jitter: a number from 0 to 1 that spreads back-offs; random by default.
    public init(
        limits: GovernorLimits, start: Instant, jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.limits = limits
    }

    /// Asks for permission to send a request.
    public mutating func permission(at now: Instant) -> Permission { .granted }

    /// Takes note of an answer.
    public mutating func note(_ answer: Answer, at now: Instant) {}
}
