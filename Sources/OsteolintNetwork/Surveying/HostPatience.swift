import ContentSecurityPolicy
import OsteolintCore

/// Knows when a host has had enough: it answers 429 instead of what it was asked for.
struct HostPatience: Sendable {
    /// After so many 429 in a row nothing more is asked.
    private static let limit = 3
    /// The longest time, in seconds, that a second look is put off for.
    private static let longestPause = 10.0
    /// The usual time before a second look, in seconds.
    private static let usualPause = 0.5

    private var inARow = 0
    private var retryAfter: Double?

    /// Whether nothing more should be asked in this round.
    private(set) var isExhausted = false

    /// How many seconds to wait before a second look; `Retry-After` is honoured as far as is sensible.
    var pauseBeforeSecondLook: Double {
        min(max(retryAfter ?? 0, Self.usualPause), Self.longestPause)
    }

    /// Whether the host wants to be let alone for longer than a second look is put off.
    var isWorthASecondLook: Bool { (retryAfter ?? 0) <= Self.longestPause }

    /// Begins a round of questions.
    mutating func startRound() {
        inARow = 0
        isExhausted = false
    }

    /// Takes note of an answer.
    ///
    /// - Parameters:
    ///   - response: the answer.
    ///   - unixTime: when it came, in seconds since 1970.
    mutating func take(_ response: EmbedResponse, at unixTime: Double) {
        guard case .rateLimited(let after)? = response.failure else {
            inARow = 0
            return
        }
        inARow += 1
        if inARow >= Self.limit { isExhausted = true }
        guard let after else { return }
        let said = ResponseField(name: "Retry-After", value: after)
        let fields = RateLimitFields(response.hops.last?.fields ?? [said], receivedAt: unixTime)
        // A Retry-After that is garbage makes the second look come at the longest pause.
        retryAfter = max(retryAfter ?? 0, fields.retryAfter ?? Self.longestPause)
    }
}
