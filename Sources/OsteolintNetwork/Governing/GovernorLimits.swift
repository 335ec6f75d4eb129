/// How much product-status may be asked.
public struct GovernorLimits: Sendable, Hashable {
    /// How many requests may go out at once when none went out before.
    public var burst = 10
    /// Seconds between two requests once the burst is spent.
    public var secondsPerRequest = 2.0
    /// Requests of a whole run.
    public var requests = 60
    /// Seconds of a whole run that may be spent waiting.
    public var waitSeconds = 60.0
    /// After so many 429 in a row nothing more is asked.
    public var rateLimitsInARow = 3

    /// Makes the usual limits.
    public init() {}
}
