public import ContentSecurityPolicy

/// What the fields of an answer say about the next request.
public struct RateLimitFields: Sendable, Hashable {
    private static let mostFields = 1000
    /// So many lines of one field are looked at.
    private static let mostLines = 8

    /// Seconds from the answer on in which nothing should be asked; nil where no time is said.
    ///
    /// Zero where a zero or a date in the past is said, infinite where the number is past all counting.
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

    /// Reads `Retry-After` (RFC 9110, section 10.2.3), the IETF's `RateLimit` fields in their drafts' forms, and
    /// `X-RateLimit-…`; of several budgets, the narrowest.
    ///
    /// - Parameters:
    ///   - fields: of the answer.
    ///   - unixTime: when it came, in seconds since 1970; dates are relative to the answer's own `Date` where it has
    ///     one, as the two clocks need not agree.
    public init(_ fields: [ResponseField], receivedAt unixTime: Double) {
        let values = Dictionary(grouping: fields.prefix(Self.mostFields)) { $0.name.lowercased() }
            .mapValues { $0.map(\.value) }
        let now = values["date"]?.first.flatMap { HTTPDate($0, now: unixTime)?.unixTime } ?? unixTime
        let combined = (values["ratelimit"] ?? []).prefix(Self.mostLines).joined(separator: ",")
        var quotas = RateLimitQuota.quotas(in: combined, now: now)
        for prefix in ["ratelimit", "x-ratelimit", "x-rate-limit"] {
            let remaining = values["\(prefix)-remaining"] ?? []
            let reset = values["\(prefix)-reset"] ?? []
            quotas.append(RateLimitQuota(remaining: remaining.first, reset: reset.first, now: now))
        }
        let narrowest = quotas.min { $0.isNarrower(than: $1) }
        self.init(
            retryAfter: RetryAfter(values["retry-after"] ?? [], now: now)?.seconds,
            remaining: narrowest?.remaining, reset: narrowest?.reset)
    }
}
