/// The time of a run that may be spent waiting.
///
/// What several tasks wait at the same time counts once.
struct WaitBudget: Sendable {
    /// No single wait is as long as this, whatever the limit, in seconds: some 30 years.
    private static let longestWait = 1_000_000_000.0

    /// All there is, in seconds.
    let limit: Double
    private var spent = 0.0
    /// The end of what is counted.
    private var countedUntil = -Double.infinity

    init(limit: Double) {
        self.limit = limit
    }

    /// Spends the time between two instants; false, and nothing is spent, where it would be too much.
    mutating func spend(from start: Double, to end: Double) -> Bool {
        guard end - start < Self.longestWait else { return false }
        let added = max(end - max(start, countedUntil), 0)
        guard spent + added <= limit else { return false }
        spent += added
        countedUntil = max(countedUntil, end)
        return true
    }
}
