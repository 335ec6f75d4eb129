import OsteolintNetwork
import Testing

@Suite("Rate governor, random runs")
struct RateGovernorRandomTests {
    /// One run: tasks that ask, wait as long as is said or longer, and note random answers.
    private struct Run {
        var generator: SeededNumbers
        var governor: RateGovernor
        let limits: GovernorLimits
        let goesBack: Bool
        var now: Double
        var underWay = 0
        var granted = 0
        var quietUntil = -Double.infinity
        var waits: [ClosedRange<Double>] = []
        var refusal: RateGovernor.Refusal?

        init(seed: UInt64) {
            var generator = SeededNumbers(seed: seed)
            var limits = GovernorLimits()
            limits.burst = .random(in: 1...12, using: &generator)
            limits.secondsPerRequest = .random(in: 0.01...5, using: &generator)
            limits.requests = .random(in: 0...300, using: &generator)
            limits.waitSeconds = .random(in: 0...2000, using: &generator)
            limits.rateLimitsInARow = .random(in: 1...6, using: &generator)
            let start = Double.random(in: 0...2e9, using: &generator)
            let jitter = Double.random(in: 0...1, using: &generator)
            governor = RateGovernor(limits: limits, start: start, jitter: { jitter })
            self.generator = generator
            self.limits = limits
            goesBack = seed % 2 == 1
            now = start
        }

        mutating func step() {
            switch Int.random(in: 0...9, using: &generator) {
            case 0...5: ask()
            case 6...8 where underWay > 0: answer()
            default: now += .random(in: (goesBack ? -0.5 : 0)...3, using: &generator)
            }
        }

        private mutating func ask() {
            let permission = governor.permission(at: now)
            if let refusal { #expect(permission == .refused(refusal)) }
            switch permission {
            case .granted: noteGrant()
            case .refused(let reason): refusal = reason
            case .wait(let seconds):
                #expect(seconds > 0)
                waits.append(now...now + seconds)
                guard Bool.random(using: &generator) else { return }
                now += seconds
                #expect(governor.permission(at: now) == .granted)
                noteGrant()
            }
        }

        private mutating func noteGrant() {
            #expect(now >= quietUntil)
            granted += 1
            underWay += 1
            #expect(granted <= limits.requests)
        }

        private mutating func answer() {
            underWay -= 1
            let seconds: Double? = Bool.random(using: &generator) ? .random(in: 0...30, using: &generator) : nil
            let fields = RateLimitFields(retryAfter: seconds)
            let kind = Int.random(in: 0...9, using: &generator)
            governor.note(kind == 0 ? .rateLimited(fields) : kind == 1 ? .failed(fields) : .passed(fields), at: now)
            guard kind < 2 else { return }
            quietUntil = max(quietUntil, now + (seconds ?? 0))
        }

        /// The time that lies in any of the waits.
        var waited: Double {
            var sum = 0.0
            var counted = -Double.infinity
            for wait in waits.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                sum += max(wait.upperBound - max(wait.lowerBound, counted), 0)
                counted = max(counted, wait.upperBound)
            }
            return sum
        }
    }

    @Test("Budgets and Retry-After hold, and who waits as long as was said may go", arguments: 0..<300 as Range<UInt64>)
    func random(_ seed: UInt64) {
        var run = Run(seed: seed)
        for _ in 0..<600 { run.step() }
        #expect(run.goesBack || run.waited <= run.limits.waitSeconds + 0.001)
        #expect(run.granted <= run.limits.requests)
    }

    @Test("No stretch of time has more grants than the burst and the rate allow", arguments: 0..<50 as Range<UInt64>)
    func rate(_ seed: UInt64) {
        var generator = SeededNumbers(seed: seed)
        var limits = GovernorLimits()
        limits.requests = .max
        limits.waitSeconds = .infinity
        limits.burst = .random(in: 1...20, using: &generator)
        limits.secondsPerRequest = .random(in: 0.05...3, using: &generator)
        var governor = RateGovernor(limits: limits, start: 0)
        var now = 0.0
        var grants: [Double] = []
        for _ in 0..<1000 {
            now += Double.random(in: 0...1, using: &generator) * Double.random(in: 0...4, using: &generator)
            while governor.permission(at: now) == .granted { grants.append(now) }
        }
        for (first, start) in grants.enumerated() {
            for last in first..<min(first + 60, grants.count) {
                let allowed = Double(limits.burst) + (grants[last] - start) / limits.secondsPerRequest
                #expect(Double(last - first + 1) <= allowed + 0.000_001)
            }
        }
    }
}
