import Synchronization

/// Counts the answers of all hosts.
final class AnswerCounter: Sendable {
    private let count = Atomic(0)
    private let report: @Sendable (Int) -> Void

    init(_ report: @escaping @Sendable (Int) -> Void) {
        self.report = report
    }

    func advance() {
        report(count.add(1, ordering: .relaxed).newValue)
    }
}
