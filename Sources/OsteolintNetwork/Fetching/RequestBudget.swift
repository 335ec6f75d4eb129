import Synchronization

/// Counts the requests of a run against their bound.
final class RequestBudget: Sendable {
    let limit: Int
    private let count = Atomic(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes one request out of the budget; false where none is left.
    func take() -> Bool {
        count.add(1, ordering: .relaxed).oldValue < limit
    }

    /// How many requests were made.
    var spent: Int { min(count.load(ordering: .relaxed), limit) }
}
