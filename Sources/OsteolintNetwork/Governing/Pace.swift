/// How fast requests may follow each other: as fast as was configured, and slower after a 429.
struct Pace: Sendable {
    /// The slowest pace that a 429 leads to, in seconds a request.
    private static let slowest = 60.0
    /// After so many answers in a row that passed, it goes faster again,
    private static let answersToSpeedUp = 20
    /// but not before they took so many seconds: a server's window is mostly a minute.
    private static let secondsToSpeedUp = 90.0
    /// What was too fast once is not tried again: the pace stays this much slower.
    private static let lesson = 1.25
    /// The answer may come some time after the server's budget was spent, so one request takes longer to come back
    /// than `Retry-After` says.
    private static let margin = 1.25

    /// The fastest pace, in seconds a request.
    private var fastest: Double
    private var passedInARow = 0
    /// Seconds between two requests.
    private(set) var interval: Double

    init(interval: Double) {
        fastest = interval
        self.interval = interval
    }

    /// Takes note of an answer that passed.
    mutating func speedUp() {
        passedInARow += 1
        let enough = max(Self.answersToSpeedUp, Int((Self.secondsToSpeedUp / interval).rounded(.up)))
        guard passedInARow >= enough else { return }
        passedInARow = 0
        interval = max(fastest, interval / 2)
    }

    /// Takes note of an answer that failed, for whatever reason.
    mutating func breakOff() { passedInARow = 0 }

    /// Takes note of a 429.
    ///
    /// - Parameters:
    ///   - factor: how much slower it goes.
    ///   - retryAfter: what the server says, in seconds: with a budget that refills little by little, this is the time
    ///     of one request.
    mutating func slowDown(by factor: Double, retryAfter: Double?) {
        passedInARow = 0
        if factor > 1 { fastest = min(max(fastest, Self.lesson * interval), Self.slowest) }
        let slower = max(interval * factor, Self.margin * (retryAfter ?? 0))
        interval = max(interval, min(slower, Self.slowest))
    }
}
