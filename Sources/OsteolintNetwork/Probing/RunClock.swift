/// The time of a run.
struct RunClock: Sendable {
    /// Seconds since any moment that stays the same for one clock.
    let now: @Sendable () -> Double
    /// Returns after so many seconds, or throws as soon as the task is cancelled.
    let sleep: @Sendable (Double) async throws -> Void

    /// The computer's clock from now on.
    static func running() -> RunClock {
        let start = ContinuousClock.now
        return RunClock {
            (ContinuousClock.now - start) / .seconds(1)
        } sleep: { seconds in
            try await Task.sleep(for: .seconds(seconds))
        }
    }
}
