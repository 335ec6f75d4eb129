import Foundation

/// A thread for one call that waits: tasks share a few threads, and one that is kept is lost to all other tests.
public enum OwnThread {
    /// What a call gives that waits for a process, a pipe or a terminal.
    ///
    /// - Parameter call: is run on a thread of its own, of which, unlike a queue's, there are as many as are asked for.
    /// - Returns: what the call returns.
    /// - Throws: what the call throws.
    public static func run<Result: Sendable>(_ call: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Swift.Result { try call() }) }.start()
        }
    }
}
