import Dispatch
import Synchronization

/// A value that one thread changes and tasks wait for, never longer than a limit.
final class Watched<Value: Sendable>: Sendable {
    private struct Wait {
        let isOver: @Sendable (Value) -> Bool
        let continuation: CheckedContinuation<Value, any Error>
    }

    private struct Content {
        var value: Value
        var failure: (any Error)?
        var waits: [Int: Wait] = [:]
        var waitCount = 0
    }

    private let content: Mutex<Content>
    private let describe: @Sendable (Value) -> String

    /// Holds a value, and says how to tell of it where a wait was in vain.
    init(_ value: Value, describe: @escaping @Sendable (Value) -> String) {
        content = Mutex(Content(value: value))
        self.describe = describe
    }

    /// The value of this instant.
    var value: Value { content.withLock { $0.value } }

    /// Changes the value and ends the waits that are over by that.
    func update<Result: Sendable>(_ change: (inout Value) -> Result) -> Result {
        let (result, value, over) = content.withLock { content in
            let result = change(&content.value)
            let over = content.waits.filter { $0.value.isOver(content.value) }
            for id in over.keys { content.waits[id] = nil }
            return (result, content.value, over.values.map { $0.continuation })
        }
        for continuation in over { continuation.resume(returning: value) }
        return result
    }

    /// Ends all waits, those to come too.
    func fail(_ error: any Error) {
        let waits = content.withLock { content in
            content.failure = content.failure ?? error
            defer { content.waits = [:] }
            return content.waits.values.map { $0.continuation }
        }
        for continuation in waits { continuation.resume(throwing: error) }
    }

    /// Waits until the value is as wanted, and returns it as it was then.
    ///
    /// - Throws: ``BrowserError/timedOut(awaited:limit:seen:)``, what ``fail(_:)`` was given, or a cancellation.
    func wait(
        for awaited: String, within limit: Duration, until isOver: @escaping @Sendable (Value) -> Bool
    ) async throws -> Value {
        let id = content.withLock { content in
            content.waitCount += 1
            return content.waitCount
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                start(id, Wait(isOver: isOver, continuation: continuation))
                expire(id, awaited, limit)
                if Task.isCancelled { end(id, throwing: CancellationError()) }
            }
        } onCancel: {
            end(id, throwing: CancellationError())
        }
    }

    private func start(_ id: Int, _ wait: Wait) {
        let outcome: Result<Value, any Error>? = content.withLock { content in
            if wait.isOver(content.value) { return .success(content.value) }
            if let failure = content.failure { return .failure(failure) }
            content.waits[id] = wait
            return nil
        }
        if let outcome { wait.continuation.resume(with: outcome) }
    }

    private func expire(_ id: Int, _ awaited: String, _ limit: Duration) {
        let (seconds, attoseconds) = limit.components
        let interval = Double(seconds) + Double(attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + interval) { [weak self] in
            guard let self else { return }
            end(id, throwing: BrowserError.timedOut(awaited: awaited, limit: limit, seen: describe(value)))
        }
    }

    private func end(_ id: Int, throwing error: any Error) {
        let wait = content.withLock { $0.waits.removeValue(forKey: id) }
        wait?.continuation.resume(throwing: error)
    }
}
