/// How often product-status may be asked from one address, as a scenario says.
struct RateLimit: Sendable, Equatable {
    /// How a 429 says when to come again.
    enum RetryAfter: Sendable, Equatable {
        /// Not at all.
        case none
        /// In whole seconds.
        case seconds
        /// As a date.
        case date
        /// In these words, whatever they mean.
        case text(String)
    }

    /// The budget of an address.
    var requests: Int
    /// The time in which a whole budget refills, in seconds.
    var seconds: Double
    var retryAfter = RetryAfter.seconds
}
