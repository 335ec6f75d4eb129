import Foundation

extension RateLimit.RetryAfter {
    /// The value of the Retry-After field (RFC 9110, section 10.2.3), rounded up so that nobody comes too early.
    ///
    /// - Parameters:
    ///   - delay: when the budget has a request again, in seconds.
    ///   - now: the instant of the answer.
    /// - Returns: nil where there is to be no such field.
    func value(after delay: Double, at now: Date) -> String? {
        // Bounded, since a number this large may come from a limit that hardly ever refills.
        let delay = min(max(delay, 0), 1e9)
        switch self {
        case .none: return nil
        case .seconds: return String(max(1, Int(delay.rounded(.up))))
        case .date:
            let instant = (now.timeIntervalSince1970 + delay).rounded(.up)
            return Date(timeIntervalSince1970: instant).formatted(Self.httpDate)
        case .text(let text): return text
        }
    }

    /// An HTTP-date (RFC 9110, section 5.6.7).
    private static let httpDate = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
}
