import OsteolintNetwork
import Testing

@Suite("Rate governor")
struct RateGovernorTests {
    private static let start = 12_345.5

    /// Limits with budgets that are not in the way, and whatever is changed of them.
    private static func limits(_ change: (inout GovernorLimits) -> Void = { _ in }) -> GovernorLimits {
        var limits = GovernorLimits()
        limits.requests = 1_000_000
        limits.waitSeconds = 1_000_000
        change(&limits)
        return limits
    }

    private static func governor(
        jitter: Double = 1, _ change: (inout GovernorLimits) -> Void = { _ in }
    ) -> RateGovernor {
        RateGovernor(limits: limits(change), start: start, jitter: { jitter })
    }

    /// Asks, and where it has to wait asks again at the very instant that was said; returns the instant of the grant.
    private static func grant(_ governor: inout RateGovernor, at now: Double) throws -> Double {
        switch governor.permission(at: now) {
        case .granted: return now
        case .refused(let refusal): throw Refused(refusal: refusal)
        case .wait(let seconds):
            #expect(seconds > 0)
            #expect(governor.permission(at: now + seconds) == .granted)
            return now + seconds
        }
    }

    private struct Refused: Error {
        let refusal: RateGovernor.Refusal
    }

    private static func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 0.000_001 }

    @Test("A burst adds no wait, and then comes a steady rate", arguments: [1, 2, 10, 60], [0.1, 0.3, 2.0, 7.7])
    func burst(_ burst: Int, _ seconds: Double) throws {
        var governor = Self.governor {
            $0.burst = burst
            $0.secondsPerRequest = seconds
        }
        for _ in 0..<burst { #expect(governor.permission(at: Self.start) == .granted) }
        var now = Self.start
        for _ in 0..<100 {
            let next = try Self.grant(&governor, at: now)
            #expect(Self.isClose(next - now, seconds))
            now = next
        }
    }

    @Test("The bucket refills while nothing is asked, and never beyond the burst")
    func refill() throws {
        var governor = Self.governor()
        for _ in 0..<10 { #expect(governor.permission(at: Self.start) == .granted) }
        for _ in 0..<3 { #expect(governor.permission(at: Self.start + 7) == .granted) }
        #expect(governor.permission(at: Self.start + 7) == .wait(seconds: Self.start + 8 - (Self.start + 7)))
        for _ in 0..<10 { #expect(governor.permission(at: Self.start + 1e6) == .granted) }
        #expect(governor.permission(at: Self.start + 1e6) != .granted)
    }

    @Test("No more requests than the budget, whatever comes of them", arguments: [0, 1, 5, 60])
    func requests(_ count: Int) throws {
        var governor = Self.governor { $0.requests = count }
        var now = Self.start
        for _ in 0..<count {
            now = try Self.grant(&governor, at: now)
            governor.note(.passed(RateLimitFields()), at: now)
        }
        #expect(governor.permission(at: now) == .refused(.requestsSpent(limit: count)))
        #expect(governor.permission(at: now + 1e6) == .refused(.requestsSpent(limit: count)))
    }

    @Test("A wait beyond the budget of time is refused at once, and for good")
    func waitTooLong() throws {
        var governor = Self.governor { $0.waitSeconds = 7 }
        for _ in 0..<10 { #expect(governor.permission(at: 0) == .granted) }
        var now = 0.0
        for _ in 0..<3 { now = try Self.grant(&governor, at: Self.start + now) - Self.start }
        #expect(Self.isClose(now, 6))
        #expect(governor.permission(at: Self.start + now) == .refused(.waitTooLong(limit: 7)))
        #expect(governor.permission(at: Self.start + now + 100) == .refused(.waitTooLong(limit: 7)))
    }

    @Test("What several wait at the same time counts once")
    func together() {
        var governor = Self.governor { $0.waitSeconds = 3 }
        for _ in 0..<10 { #expect(governor.permission(at: 0) == .granted) }
        for _ in 0..<100 { #expect(governor.permission(at: Self.start) == .wait(seconds: 2)) }
        #expect(governor.permission(at: Self.start + 2) == .granted)
        #expect(governor.permission(at: Self.start + 2) == .refused(.waitTooLong(limit: 3)))
    }

    @Test("Retry-After is honoured in full, by whoever asks", arguments: [0.9, 1.5, 12, 300])
    func retryAfter(_ seconds: Double) {
        var governor = Self.governor(jitter: 0)
        #expect(governor.permission(at: 0) == .granted)
        governor.note(.rateLimited(RateLimitFields(retryAfter: seconds)), at: 10)
        for step in 0..<99 {
            let now = 10 + Double(step) * seconds / 99
            guard case .wait(let rest) = governor.permission(at: now) else {
                Issue.record("granted \(10 + seconds - now) seconds too early")
                return
            }
            #expect(Self.isClose(now + rest, 10 + seconds))
        }
        #expect(governor.permission(at: 10 + seconds) == .granted)
        #expect(governor.permission(at: 10 + seconds) != .granted)
    }

    static let useless: [RateLimitFields] = [
        RateLimitFields(), RateLimitFields(retryAfter: 0), RateLimitFields(retryAfter: -5),
        RateLimitFields(retryAfter: .nan), RateLimitFields(remaining: 0), RateLimitFields(remaining: 0, reset: 0),
        RateLimitFields(remaining: 3, reset: 9), RateLimitFields(retryAfter: 0.001),
    ]

    @Test("A 429 that says nothing usable is never asked again at once", arguments: useless)
    func unusable(_ fields: RateLimitFields) throws {
        var governor = Self.governor(jitter: 0) { $0.rateLimitsInARow = 100 }
        var now = try Self.grant(&governor, at: Self.start)
        for count in 1...10 {
            governor.note(.rateLimited(fields), at: now)
            let next = try Self.grant(&governor, at: now)
            #expect(next - now >= min(30, 0.5 * Double(1 << (count - 1))) - 0.000_001)
            #expect(next - now <= 60)
            now = next
        }
    }

    @Test("Where a 429 has no Retry-After, the reset of a budget with nothing left counts")
    func reset() throws {
        var governor = Self.governor()
        _ = try Self.grant(&governor, at: Self.start)
        governor.note(.rateLimited(RateLimitFields(retryAfter: 0, remaining: 0, reset: 40)), at: Self.start)
        #expect(Self.isClose(try Self.grant(&governor, at: Self.start), Self.start + 40))
    }

    @Test("An answer that passed and leaves nothing makes the next wait for the reset")
    func nothingLeft() throws {
        var governor = Self.governor()
        _ = try Self.grant(&governor, at: Self.start)
        governor.note(.passed(RateLimitFields(remaining: 1, reset: 40)), at: Self.start)
        #expect(try Self.grant(&governor, at: Self.start) == Self.start)
        governor.note(.passed(RateLimitFields(remaining: 0, reset: 40)), at: Self.start)
        #expect(Self.isClose(try Self.grant(&governor, at: Self.start), Self.start + 40))
    }

    @Test("A Retry-After past the budget is refused instead of waited for", arguments: [61, 1e9, 1e300, .infinity])
    func absurd(_ seconds: Double) {
        for limit in [60, 1e9, .infinity] where seconds > limit || seconds >= 1e9 {
            var governor = Self.governor { $0.waitSeconds = limit }
            #expect(governor.permission(at: 0) == .granted)
            governor.note(.rateLimited(RateLimitFields(retryAfter: seconds)), at: 1)
            #expect(governor.permission(at: 1) == .refused(.waitTooLong(limit: limit)))
        }
    }

    @Test("Three 429 in a row are the end, and an answer between them begins the count again")
    func inARow() throws {
        var governor = Self.governor()
        var now = Self.start
        for answer in [true, true, false, true, true, true] {
            now = try Self.grant(&governor, at: now)
            let fields = RateLimitFields(retryAfter: 5)
            governor.note(answer ? .rateLimited(fields) : .passed(RateLimitFields()), at: now)
        }
        #expect(governor.permission(at: now) == .refused(.rateLimited))
        #expect(governor.permission(at: now + 1e6) == .refused(.rateLimited))
    }

    @Test("429 to requests that were under way together count as one")
    func underWay() throws {
        var governor = Self.governor()
        for _ in 0..<8 { #expect(governor.permission(at: 0) == .granted) }
        governor.note(.passed(RateLimitFields()), at: 1)
        for count in 1...6 { governor.note(.rateLimited(RateLimitFields(retryAfter: Double(count))), at: 1) }
        // One that passed before, and comes late, says nothing of the time after.
        governor.note(.passed(RateLimitFields()), at: 1)
        #expect(Self.isClose(try Self.grant(&governor, at: 1), 7))
        governor.note(.rateLimited(RateLimitFields(retryAfter: 1)), at: 8)
        let now = try Self.grant(&governor, at: 8)
        governor.note(.rateLimited(RateLimitFields(retryAfter: 1)), at: now)
        #expect(governor.permission(at: now) == .refused(.rateLimited))
    }

    @Test("Failures back off, twice as long each time, and are never the end by themselves")
    func failures() throws {
        var governor = Self.governor()
        var now = try Self.grant(&governor, at: Self.start)
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60, 60.0] {
            governor.note(.failed(RateLimitFields(retryAfter: 0.1)), at: now)
            let next = try Self.grant(&governor, at: now)
            #expect(Self.isClose(next - now, seconds))
            now = next
        }
        governor.note(.passed(RateLimitFields()), at: now)
        now = try Self.grant(&governor, at: now)
        governor.note(.failed(RateLimitFields()), at: now)
        #expect(Self.isClose(try Self.grant(&governor, at: now), now + 1))
    }

    @Test("A failure with Retry-After is let alone as long as it says")
    func failureWithRetryAfter() throws {
        var governor = Self.governor()
        _ = try Self.grant(&governor, at: Self.start)
        governor.note(.failed(RateLimitFields(retryAfter: 33)), at: Self.start)
        #expect(Self.isClose(try Self.grant(&governor, at: Self.start), Self.start + 33))
    }

    @Test("It goes slower after a 429, and nearly as fast as before after enough that passed")
    func pace() throws {
        var governor = Self.governor()
        var now = try Self.grant(&governor, at: Self.start)
        governor.note(.rateLimited(RateLimitFields(retryAfter: 1)), at: now)
        now = try Self.grant(&governor, at: now)
        var gaps: [Double] = []
        for _ in 0..<60 {
            governor.note(.passed(RateLimitFields()), at: now)
            let next = try Self.grant(&governor, at: now)
            gaps.append(next - now)
            now = next
        }
        #expect(gaps.prefix(22).allSatisfy { Self.isClose($0, 4) })
        #expect(gaps.dropFirst(23).allSatisfy { Self.isClose($0, 2.5) })
    }

    @Test("The back-off is spread over the upper half, whatever the jitter says", arguments: [-1, 0, 0.5, 1, 2, .nan])
    func jitter(_ jitter: Double) throws {
        var governor = Self.governor(jitter: jitter)
        _ = try Self.grant(&governor, at: Self.start)
        governor.note(.failed(RateLimitFields()), at: Self.start)
        let seconds = try Self.grant(&governor, at: Self.start) - Self.start
        #expect(0.499_999...1.000_001 ~= seconds)
    }

    @Test("Limits without sense are no trouble")
    func strangeLimits() {
        for burst in [Int.min, 0, Int.max] {
            for seconds in [-1, 0, .nan, .infinity, 1e-300, 1e300] {
                var governor = Self.governor {
                    $0.burst = burst
                    $0.secondsPerRequest = seconds
                    $0.waitSeconds = seconds
                    $0.rateLimitsInARow = 0
                }
                #expect(governor.permission(at: Self.start) == .granted)
                _ = governor.permission(at: Self.start)
                _ = governor.permission(at: Self.start + 1e12)
                governor.note(.failed(RateLimitFields()), at: Self.start + 1e12)
                _ = governor.permission(at: Self.start + 1e12)
                governor.note(.rateLimited(RateLimitFields()), at: Self.start)
                #expect(governor.permission(at: Self.start + 1e12) != .granted)
            }
        }
    }
}
