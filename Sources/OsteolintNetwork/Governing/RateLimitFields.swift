import ContentSecurityPolicy

/// What the fields of an answer say about the next request.
public struct RateLimitFields: Sendable, Hashable {
    /// Seconds from the answer on in which nothing should be asked; nil where nothing usable is said.
    public let retryAfter: Double?
    /// How many requests are left until the reset; nil where it is not said.
    public let remaining: Int?
    /// Seconds until the server's budget is full again; nil where it is not said.
    public let reset: Double?

    /// Makes fields.
    public init(retryAfter: Double? = nil, remaining: Int? = nil, reset: Double? = nil) {
        self.retryAfter = retryAfter
        self.remaining = remaining
        self.reset = reset
    }
}
