/// Decides when the next request to product-status may go out.
///
/// One governor is asked for all requests to a host, by as many tasks as there are. It reads no clock: it is told the
/// instant with each question and with each answer. Each request that is granted has one answer, or is noted as failed.
///
/// - A bucket holds a burst of requests; once it is empty, they go out at a steady rate.
/// - After a 429 nothing goes out before `Retry-After` is over; where that says nothing, a back-off doubles each time.
///   Then the bucket is empty and the rate slower, until enough answers in a row have passed; it never goes back to
///   what was too fast.
/// - The budget of time is what the governor made the run wait, as the union of all waits that it asked for: what
///   several tasks wait at once counts once, and the time that requests take not at all. A wait that would go beyond
///   it is refused at once instead of waited for in part.
/// - A refusal is for good: from then on, nothing is granted.
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

    /// So much slower it goes after a 429.
    private static let slowDown = 2.0
    private static let intervals = 0.001...1_000_000.0

    private let limits: GovernorLimits
    private var granted = 0
    private var rateLimitsInARow = 0
    private var refusal: Refusal?
    private var quietUntil = -Double.infinity
    private var underWay = RequestsUnderWay()
    private var pace: Pace
    private var bucket: TokenBucket
    private var waits: WaitBudget
    private var backOff: BackOff

    /// Makes a governor.
    ///
    /// - Parameters:
    ///   - limits: how much may be asked; a burst is at least one request, and between two are at least 0.001 seconds.
    ///   - start: the instant at which the run begins.
    ///   - jitter: a number from 0 to 1 that spreads back-offs; random by default.
    public init(
        limits: GovernorLimits, start: Instant, jitter: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        self.limits = limits
        let range = Self.intervals
        pace = Pace(interval: min(max(range.lowerBound, limits.secondsPerRequest), range.upperBound))
        bucket = TokenBucket(size: max(limits.burst, 1), interval: pace.interval, at: start)
        waits = WaitBudget(limit: limits.waitSeconds)
        backOff = BackOff(jitter: jitter)
    }

    /// Asks for permission to send a request.
    public mutating func permission(at now: Instant) -> Permission {
        if let refusal { return .refused(refusal) }
        guard granted < limits.requests else { return refuse(.requestsSpent(limit: limits.requests)) }
        let next = max(quietUntil, bucket.nextToken(at: now))
        guard next > now else {
            granted += 1
            underWay.start()
            bucket.take(at: now)
            return .granted
        }
        let seconds = Self.seconds(from: now, to: next)
        guard waits.spend(from: now, to: now + seconds) else {
            return refuse(.waitTooLong(limit: limits.waitSeconds))
        }
        return .wait(seconds: seconds)
    }

    /// Takes note of an answer.
    public mutating func note(_ answer: Answer, at now: Instant) {
        let request = underWay.finish()
        switch answer {
        case .passed(let fields):
            if !request.isBeforeRateLimit, !request.isBeforeFailure { notePass() }
            keepQuiet(for: fields.timeUntilReset ?? 0, at: now)
        case .rateLimited(let fields):
            noteRateLimit(fields, isNew: !request.isBeforeRateLimit, at: now)
        case .failed(let fields):
            noteFailure(isNew: !request.isBeforeRateLimit && !request.isBeforeFailure)
            keepQuiet(for: max(fields.pause ?? 0, backOff.seconds), at: now)
        }
    }

    private mutating func refuse(_ reason: Refusal) -> Permission {
        refusal = reason
        return .refused(reason)
    }

    /// Rounded up where need be, so that the instant is reached by adding.
    private static func seconds(from now: Instant, to next: Instant) -> Double {
        let seconds = next - now
        return now + seconds >= next ? seconds : seconds + max(next.ulp, now.ulp)
    }

    private mutating func notePass() {
        rateLimitsInARow = 0
        backOff.reset()
        pace.speedUp()
        bucket.interval = pace.interval
    }

    private mutating func noteFailure(isNew: Bool) {
        pace.breakOff()
        guard isNew else { return }
        backOff.advance()
        underWay.noteFailure()
    }

    private mutating func noteRateLimit(_ fields: RateLimitFields, isNew: Bool, at now: Instant) {
        if isNew {
            rateLimitsInARow += 1
            backOff.advance()
            underWay.noteRateLimit()
        }
        if rateLimitsInARow >= limits.rateLimitsInARow { refusal = refusal ?? .rateLimited }
        let pause = fields.pause
        pace.slowDown(by: isNew ? Self.slowDown : 1, retryAfter: pause)
        keepQuiet(for: max(pause ?? pace.interval, backOff.seconds), at: now)
        bucket.interval = pace.interval
        bucket.empty(until: quietUntil)
    }

    private mutating func keepQuiet(for seconds: Double, at now: Instant) {
        quietUntil = max(quietUntil, now + seconds)
    }
}

extension RateLimitFields {
    /// Seconds in which nothing should be asked after an answer that failed; nil where no time but zero is said.
    fileprivate var pause: Double? {
        guard let retryAfter, retryAfter > 0 else { return timeUntilReset }
        return retryAfter
    }

    /// Seconds until something is left again; nil where something is.
    fileprivate var timeUntilReset: Double? {
        guard let remaining, remaining <= 0, let reset, reset > 0 else { return nil }
        return reset
    }
}
