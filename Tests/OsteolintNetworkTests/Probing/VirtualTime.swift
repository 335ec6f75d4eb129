import Synchronization

@testable import OsteolintNetwork

/// A time that passes only while somebody sleeps, and then at once.
final class VirtualTime: Sendable {
    private let instant = Mutex(0.0)

    /// How many seconds have passed.
    var now: Double { instant.withLock { $0 } }

    /// The clock that shows it.
    var clock: RunClock {
        RunClock {
            self.now
        } sleep: { seconds in
            try Task.checkCancellation()
            self.instant.withLock { $0 += seconds }
        }
    }
}
