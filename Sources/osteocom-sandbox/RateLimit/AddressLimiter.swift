/// Counts the requests of each address; a budget that refills little by little, so that it is never full at once.
///
/// It reads no clock: it is told the instant of each request, in seconds since any moment.
struct AddressLimiter: Sendable {
    /// What a request is answered with.
    enum Admission: Sendable, Equatable {
        case admitted
        /// 429; the budget has a request again in so many seconds.
        case refused(retryIn: Double)
    }

    /// So many addresses are remembered; of more, those whose budgets are the nearest to being full are forgotten.
    static let mostAddresses = 10_000
    /// In requests; instants are never exact, and who comes back in time is to be admitted.
    private static let tolerance = 0.001

    /// What an address has spent of its budget, in requests, at an instant.
    private struct Spending {
        var requests: Double
        var instant: Double
    }

    let limit: RateLimit
    /// An address that is not here has spent nothing.
    private var spendings: [String: Spending] = [:]

    /// How many addresses are remembered.
    var addressCount: Int { spendings.count }

    /// Makes a limiter whose budgets are full.
    init(limit: RateLimit) {
        self.limit = limit
    }

    /// Counts a request of an address; what is refused costs nothing.
    mutating func admit(_ address: String, at now: Double) -> Admission {
        guard limit.requests > 0 else { return .refused(retryIn: limit.seconds) }
        let spent = spent(by: address, at: now)
        let missing = spent + 1 - Double(limit.requests)
        guard missing <= Self.tolerance else {
            spendings[address] = Spending(requests: spent, instant: now)
            return .refused(retryIn: missing * limit.seconds / Double(limit.requests))
        }
        if spendings[address] == nil { makeRoom(at: now) }
        spendings[address] = Spending(requests: spent + 1, instant: now)
        return .admitted
    }

    /// What has not come back yet; a clock that is set back brings nothing back.
    private func spent(by address: String, at now: Double) -> Double {
        guard let spending = spendings[address] else { return 0 }
        guard limit.seconds > 0 else { return 0 }
        let returned = max(now - spending.instant, 0) / limit.seconds * Double(limit.requests)
        return max(spending.requests - returned, 0)
    }

    /// Forgets half of the addresses where all are still of use, so that this is done seldom.
    private mutating func makeRoom(at now: Double) {
        guard spendings.count >= Self.mostAddresses else { return }
        let spent = spendings.keys.map { (address: $0, requests: self.spent(by: $0, at: now)) }
        let emptiest = spent.filter { $0.requests > 0 }.sorted { $0.requests > $1.requests }
        let isFull = emptiest.count >= Self.mostAddresses
        let kept = Set(emptiest.prefix(isFull ? Self.mostAddresses / 2 : emptiest.count).map(\.address))
        spendings = spendings.filter { kept.contains($0.key) }
    }
}
