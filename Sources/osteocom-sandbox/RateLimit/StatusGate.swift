import Foundation
import Synchronization

/// Lets each address ask product-status as often as the scenario allows.
final class StatusGate: Sendable {
    /// How a request is met.
    enum Entry: Sendable, Equatable {
        case admitted
        /// 429, with the value of its Retry-After field; nil where it has none.
        case refused(retryAfter: String?)
    }

    /// Nil where there is no limit.
    private let limiter: Mutex<AddressLimiter?>
    private let now: @Sendable () -> Date

    /// Starts to count.
    ///
    /// - Parameters:
    ///   - limit: the limit; nil where there is none.
    ///   - now: the instant of a request.
    init(_ limit: RateLimit?, now: @escaping @Sendable () -> Date = { Date() }) {
        limiter = Mutex(limit.map { AddressLimiter(limit: $0) })
        self.now = now
    }

    /// Counts a request of an address.
    func entry(of address: String) -> Entry {
        limiter.withLock { limiter in
            // Read here, so that no request comes before an earlier one.
            let now = now()
            guard let admission = limiter?.admit(address, at: now.timeIntervalSince1970), let limit = limiter?.limit
            else { return .admitted }
            switch admission {
            case .admitted: return .admitted
            case .refused(let delay): return .refused(retryAfter: limit.retryAfter.value(after: delay, at: now))
            }
        }
    }
}
