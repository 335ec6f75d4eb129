import Foundation
import Synchronization

/// A line on standard error that says how far a long run has come; only on a terminal.
final class ProgressLine: Sendable {
    private let total: Int
    private let unit: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    init(total: Int, unit: String = "pages") {
        self.total = total
        self.unit = unit
    }

    /// Says that so many pages have been taken up; from the second second on, ten times a second at the most.
    func advance(to count: Int) {
        guard isShown, count % 16 == 0 else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1) else { return }
        let isDue = lastShown.withLock { last in
            if let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
        if isDue { StandardStreams.mutter("\rosteolint: \(count) of \(total) \(unit)") }
    }

    /// Takes the line away.
    func clear() {
        if lastShown.withLock({ $0 != nil }) { StandardStreams.mutter("\r\u{1B}[K") }
    }
}
