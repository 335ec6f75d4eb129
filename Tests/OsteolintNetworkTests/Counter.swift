import Synchronization

/// Counts what happens in any task.
final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    /// Counts one more, and tells how many there were before.
    @discardableResult
    func advance() -> Int { count.add(1, ordering: .sequentiallyConsistent).oldValue }
}
