/// How long to wait until changes have come to their end: a build writes many files.
struct Settling {
    private static let quiet = Duration.milliseconds(80)
    private static let longest = Duration.seconds(2)

    private let first: ContinuousClock.Instant
    private var last: ContinuousClock.Instant

    /// Begins with a change at this instant.
    init(at instant: ContinuousClock.Instant) {
        first = instant
        last = instant
    }

    /// Takes note of a further change.
    mutating func change(at instant: ContinuousClock.Instant) {
        last = instant
    }

    /// How long to wait for the next change at this instant, in milliseconds; nil once nothing has changed for a
    /// while, or changes go on for too long.
    func wait(at instant: ContinuousClock.Instant) -> Int32? {
        let rest = min(Self.quiet - last.duration(to: instant), Self.longest - first.duration(to: instant))
        guard rest > .zero else { return nil }
        let (seconds, attoseconds) = rest.components
        return Int32(seconds) * 1000 + Int32(attoseconds / 1_000_000_000_000_000) + 1
    }
}
