import Foundation
import Synchronization

/// Whether the user pressed Ctrl-C; the first time, the run ends with a report of what is known.
enum Interruption {
    private static let requested = Atomic(false)

    /// Has something to read once the signal has come, so that nobody waits on for a slow page.
    private static let alarm: (reading: Int32, writing: Int32) = {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        return (ends[0], ends[1])
    }()

    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Catches the signal once; a second one ends the process at once.
    static func catchSignal() {
        // A signal handler must not be the first to ask for the pipe, since that makes it.
        _ = alarm
        signal(SIGINT) { _ in
            Interruption.requested.store(true, ordering: .relaxed)
            var byte: UInt8 = 0
            _ = write(Interruption.alarm.writing, &byte, 1)
            signal(SIGINT, SIG_DFL)
        }
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits until a descriptor has something to read or is at its end.
    ///
    /// - Returns: false when the signal came first.
    static func wait(for descriptor: Int32) -> Bool {
        let events = Int16(POLLIN)
        var polled = [
            pollfd(fd: descriptor, events: events, revents: 0), pollfd(fd: alarm.reading, events: events, revents: 0),
        ]
        while poll(&polled, 2, -1) < 0, errno == EINTR, !isRequested {}
        return !isRequested
    }

    /// What came first.
    enum Waited {
        case ready, timedOut, interrupted, hungUp
    }

    /// Waits until a descriptor has something to read.
    ///
    /// - Parameters:
    ///   - descriptor: what may have something to read.
    ///   - output: a pipe that somebody else reads, perhaps no longer.
    ///   - milliseconds: how long to wait; for ever by default.
    /// - Returns: what came first.
    static func wait(for descriptor: Int32, orHangUpOf output: Int32, atMost milliseconds: Int32 = -1) -> Waited {
        let events = Int16(POLLIN)
        var polled = [
            pollfd(fd: descriptor, events: events, revents: 0), pollfd(fd: alarm.reading, events: events, revents: 0),
            pollfd(fd: output, events: 0, revents: 0),
        ]
        let count = poll(&polled, 3, milliseconds)
        if isRequested { return .interrupted }
        guard count > 0 else { return .timedOut }
        return polled[2].revents & Int16(POLLERR) != 0 ? .hungUp : .ready
    }

    /// Runs an operation, which is cancelled once the signal comes.
    static func cancelling<Outcome: Sendable>(
        _ operation: @escaping @Sendable () async -> Outcome
    ) async -> Outcome {
        let task = Task { await operation() }
        guard !isRequested else {
            task.cancel()
            return await task.value
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: alarm.reading, queue: .global())
        source.setEventHandler {
            task.cancel()
            source.cancel()
        }
        source.activate()
        defer { source.cancel() }
        return await task.value
    }
}
