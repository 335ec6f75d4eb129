/// Measures how long something takes.
struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    /// The milliseconds since it was made.
    var milliseconds: Int { Int((ContinuousClock.now - start) / .milliseconds(1)) }
}
