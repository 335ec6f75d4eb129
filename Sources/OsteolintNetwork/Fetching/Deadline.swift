/// Ends what takes too long.
enum Deadline {
    /// The outcome of an operation, or nil when it took too long or the surrounding task was cancelled.
    ///
    /// The operation is cancelled then, but not waited for: a name server that does not answer cannot be hurried.
    static func within<Outcome: Sendable>(
        seconds: Double, _ operation: @escaping @Sendable () async -> Outcome
    ) async -> Outcome? {
        let (outcomes, continuation) = AsyncStream.makeStream(of: Outcome?.self)
        let work = Task { continuation.yield(await operation()) }
        let alarm = Task {
            try await Task.sleep(for: .seconds(seconds))
            continuation.yield(nil)
        }
        defer {
            work.cancel()
            alarm.cancel()
        }
        return await withTaskCancellationHandler {
            for await outcome in outcomes { return outcome }
            return nil
        } onCancel: {
            continuation.yield(nil)
        }
    }
}
