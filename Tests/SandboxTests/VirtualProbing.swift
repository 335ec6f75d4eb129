import OsteolintNetwork

@testable import osteocom_sandbox

/// Products asked for on a clock that stands still between two events: the governor decides when, the sandbox's
/// limiter what is answered.
struct VirtualProbing {
    /// How a 429 says when to come again.
    enum RetryAfter {
        case none, exact, wholeSeconds
    }

    /// A 429.
    struct Refusal {
        /// When the request was granted, and when it was answered.
        let granted: Double
        let answered: Double
        /// Whether it was the first request after a Retry-After that was waited for.
        let isAfterRetryAfter: Bool
    }

    private enum Task {
        case asking
        case arriving(product: Int, granted: Double)
        case answering(product: Int, granted: Double, AddressLimiter.Admission)
    }

    private static let roundTrip = 0.08

    private let retryAfter: RetryAfter
    private var governor: RateGovernor
    private var limiter: AddressLimiter
    private var waiting: [Int]
    private var tasks: [(instant: Double, task: Task)]
    /// The end of the Retry-After that no request has followed yet.
    private var quietUntil: Double?
    private var firstAfter = -1.0

    private(set) var answered: Set<Int> = []
    private(set) var refusals: [Refusal] = []
    private(set) var grantsTooEarly = 0
    private(set) var refused: RateGovernor.Refusal?
    private(set) var end = 0.0

    init(products: Int, width: Int, limit: RateLimit, retryAfter: RetryAfter, limits: GovernorLimits) {
        self.retryAfter = retryAfter
        governor = RateGovernor(limits: limits, start: 0, jitter: { 0.5 })
        limiter = AddressLimiter(limit: limit)
        waiting = Array((0..<products).reversed())
        tasks = Array(repeating: (0, .asking), count: width)
    }

    /// Runs until all is answered, or the governor refuses.
    mutating func run() {
        while refused == nil, let index = tasks.indices.min(by: { tasks[$0].instant < tasks[$1].instant }) {
            let (now, task) = tasks[index]
            end = max(end, now)
            switch task {
            case .asking: ask(index, at: now)
            case .arriving(let product, let granted):
                let admission = limiter.admit("192.0.2.1", at: now)
                tasks[index] = (now + Self.roundTrip / 2, .answering(product: product, granted: granted, admission))
            case .answering(let product, let granted, let admission):
                answer(product, granted, admission, at: now)
                tasks[index] = (now, .asking)
            }
        }
    }

    private mutating func ask(_ index: Int, at now: Double) {
        guard let product = waiting.last else {
            tasks.remove(at: index)
            return
        }
        switch governor.permission(at: now) {
        case .wait(let seconds): tasks[index].instant = now + seconds
        case .refused(let reason): refused = reason
        case .granted:
            waiting.removeLast()
            if let quiet = quietUntil {
                if now < quiet { grantsTooEarly += 1 }
                quietUntil = nil
                firstAfter = now
            }
            tasks[index] = (now + Self.roundTrip / 2, .arriving(product: product, granted: now))
        }
    }

    private mutating func answer(
        _ product: Int, _ granted: Double, _ admission: AddressLimiter.Admission, at now: Double
    ) {
        guard case .refused(let retryIn) = admission else {
            answered.insert(product)
            governor.note(.passed(RateLimitFields()), at: now)
            return
        }
        waiting.insert(product, at: 0)
        refusals.append(Refusal(granted: granted, answered: now, isAfterRetryAfter: granted == firstAfter))
        let seconds: Double? =
            switch retryAfter {
            case .none: nil
            case .exact: retryIn
            case .wholeSeconds: retryIn.rounded(.up)
            }
        if let seconds { quietUntil = max(quietUntil ?? 0, now + seconds) }
        governor.note(.rateLimited(RateLimitFields(retryAfter: seconds)), at: now)
    }

    /// How many 429 came although Retry-After had been waited for.
    var refusalsAfterRetryAfter: Int { refusals.count { $0.isAfterRetryAfter } }

    /// The 429 without those to requests that were under way when another was answered.
    var episodes: [Refusal] {
        var episodes: [Refusal] = []
        for refusal in refusals where refusal.granted > episodes.last?.answered ?? -1 { episodes.append(refusal) }
        return episodes
    }
}
