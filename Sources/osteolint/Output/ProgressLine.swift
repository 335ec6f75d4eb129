import Foundation
import Synchronization

/// A line on standard error that says how far a long run has come; only on a terminal.
final class ProgressLine: Sendable {
    private let total: Int
    private let unit: String
    private let stride: Int
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    /// Makes a line.
    ///
    /// - Parameters:
    ///   - total: how many there are.
    ///   - unit: of what.
    ///   - stride: after how many the clock is looked at; it is no use to do so for each of very many.
    init(total: Int, unit: String = "pages", stride: Int = 16) {
        self.total = total
        self.unit = unit
        self.stride = stride
    }

    /// Says that so many pages have been taken up; from the second second on, ten times a second at the most.
    func advance(to count: Int) {
        guard isShown, count.isMultiple(of: stride) else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1) else { return }
        let isDue = lastShown.withLock { last in
            if let last, now - last < .milliseconds(100) { return false }
            last = now
            return true
        }
        if isDue { StandardStreams.mutter("\r\u{1B}[Kosteolint: \(count) of \(total) \(unit)") }
    }

    /// Says at once that nothing happens for so many seconds, because Osteocom's rate limit wants it.
    func wait(seconds: Double) {
        guard isShown, seconds >= 1 else { return }
        lastShown.withLock { $0 = .now }
        let time = Int(min(seconds, 86_400).rounded(.up))
        StandardStreams.mutter("\r\u{1B}[Kosteolint: waiting \(time) s for Osteocom's rate limit")
    }

    /// Takes the line away.
    func clear() {
        if lastShown.withLock({ $0 != nil }) { StandardStreams.mutter("\r\u{1B}[K") }
    }
}
