import Foundation
import Synchronization

/// Whether the user pressed Ctrl-C; the first time, the run ends with a report of what is known.
enum Interruption {
    private static let requested = Atomic(false)

    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Catches the signal once; a second one ends the process at once.
    static func catchSignal() {
        signal(SIGINT) { _ in
            Interruption.requested.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
        signal(SIGPIPE, SIG_IGN)
    }
}
