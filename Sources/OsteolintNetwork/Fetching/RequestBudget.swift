import Synchronization

/// Counts the requests of a run against their bound.
final class RequestBudget: Sendable {
    let limit: Int
    private let taken = Atomic(0)
    private let sent = Atomic(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes one request out of the budget; false where none is left.
    func take() -> Bool {
        taken.add(1, ordering: .relaxed).oldValue < limit
    }

    /// Notes that a request goes out; what was taken out of the budget may come to nothing before.
    func noteRequest() {
        sent.add(1, ordering: .relaxed)
    }

    /// How many requests went out.
    var requests: Int { sent.load(ordering: .relaxed) }
}
