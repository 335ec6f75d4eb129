import OsteolintNetwork
import Testing

@testable import osteocom_sandbox

@Suite("Governor and rate limit together, on a virtual clock")
struct GovernedLimiterTests {
    private static let window = 60.0

    /// 1,000 distinct products with budgets that are enough for all.
    private static func run(
        width: Int, perMinute: Int, _ retryAfter: VirtualProbing.RetryAfter,
        _ change: (inout GovernorLimits) -> Void = { _ in }
    ) -> VirtualProbing {
        var limits = GovernorLimits()
        limits.requests = 10_000
        limits.waitSeconds = 1_000_000
        change(&limits)
        let limit = RateLimit(requests: perMinute, seconds: window)
        var run = VirtualProbing(products: 1000, width: width, limit: limit, retryAfter: retryAfter, limits: limits)
        run.run()
        return run
    }

    private static func expectAllAnswered(_ run: VirtualProbing) {
        #expect(run.refused == nil)
        #expect(run.answered.count == 1000)
        #expect(run.grantsTooEarly == 0)
    }

    static let saying = [VirtualProbing.RetryAfter.exact, .wholeSeconds]

    @Test("30 a minute: all are answered, without a single 429", arguments: saying + [.none], [1, 4])
    func usual(_ retryAfter: VirtualProbing.RetryAfter, _ width: Int) {
        let run = Self.run(width: width, perMinute: 30, retryAfter)
        Self.expectAllAnswered(run)
        #expect(run.refusals.isEmpty)
        #expect(run.end <= 1000 * 2)
    }

    @Test("At most one 429 a window, and none after a Retry-After that was waited for", arguments: saying, [1, 4])
    func retryAfter(_ retryAfter: VirtualProbing.RetryAfter, _ width: Int) {
        for perMinute in [3, 5, 9, 15, 20, 30, 1000] {
            let run = Self.run(width: width, perMinute: perMinute, retryAfter)
            Self.expectAllAnswered(run)
            #expect(run.refusalsAfterRetryAfter == 0)
            let episodes = run.episodes.map(\.granted)
            let gaps = zip(episodes.dropFirst(), episodes).map { $0 - $1 }
            #expect(gaps.allSatisfy { $0 >= Self.window }, "\(perMinute) a minute")
        }
    }

    @Test("At twice the pace that is allowed too, 429 come once a window at most", arguments: saying, [1, 4])
    func twiceTooFast(_ retryAfter: VirtualProbing.RetryAfter, _ width: Int) {
        let run = Self.run(width: width, perMinute: 30, retryAfter) { $0.secondsPerRequest = 1 }
        Self.expectAllAnswered(run)
        #expect(!run.refusals.isEmpty)
        #expect(run.refusalsAfterRetryAfter == 0)
        let episodes = run.episodes.map(\.granted)
        #expect(zip(episodes.dropFirst(), episodes).allSatisfy { $0 - $1 >= Self.window })
    }

    @Test("Without Retry-After the pace that is allowed is found all the same", arguments: [1, 4])
    func silent(_ width: Int) {
        for perMinute in [5, 12, 1000] {
            let run = Self.run(width: width, perMinute: perMinute, .none) { $0.rateLimitsInARow = 10 }
            Self.expectAllAnswered(run)
            #expect(Double(run.episodes.count) <= run.end / Self.window)
            #expect(run.end <= max(1.25 * Self.window * 1000 / Double(perMinute), 2000))
        }
    }

    @Test("A pace that is set far too fast settles, and never asks before a Retry-After is over", arguments: saying)
    func tooFast(_ retryAfter: VirtualProbing.RetryAfter) {
        for width in [1, 4, 16] {
            let run = Self.run(width: width, perMinute: 30, retryAfter) {
                $0.burst = 100
                $0.secondsPerRequest = 0.05
            }
            Self.expectAllAnswered(run)
            #expect(run.refusalsAfterRetryAfter == 0)
            #expect(run.episodes.count < 100)
        }
    }

    @Test("With the usual budgets the run ends in time, and what is answered is as much as they allow")
    func usualBudgets() {
        let run = Self.run(width: 4, perMinute: 30, .wholeSeconds) { $0 = GovernorLimits() }
        #expect(run.refused == .waitTooLong(limit: 60))
        #expect(run.refusals.isEmpty)
        #expect(run.answered.count >= 38)
        #expect(run.end < 65)
    }
}
