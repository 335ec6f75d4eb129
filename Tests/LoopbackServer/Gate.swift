import Synchronization

/// Lets through who waits at it once it is opened, and everybody from then on.
public final class Gate: Sendable {
    private let waiting = Mutex<[AsyncStream<Never>.Continuation]?>([])

    /// Makes a closed gate.
    public init() {}

    /// Opens it.
    public func open() {
        let continuations = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting ?? []
        }
        for continuation in continuations { continuation.finish() }
    }

    /// Returns when it is open, or when the task is cancelled.
    public func wait() async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        waiting.withLock { waiting in
            guard waiting != nil else { return continuation.finish() }
            waiting?.append(continuation)
        }
        for await _ in stream {}
    }
}
