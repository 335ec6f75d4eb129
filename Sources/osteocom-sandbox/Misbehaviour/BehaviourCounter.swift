import Synchronization

/// A behaviour, and how many requests it was asked about.
final class BehaviourCounter: Sendable {
    private let behaviour: Behaviour
    private let quota: Mutex<Quota>

    init(_ behaviour: Behaviour) {
        self.behaviour = behaviour
        quota = Mutex(behaviour.quota)
    }

    /// What is to be wrong with the answer, or nil where the behaviour lets the request pass.
    func misbehaviour(for question: Question) -> Misbehaviour? {
        guard behaviour.pattern.matches(question), quota.withLock({ $0.take() }) else { return nil }
        return behaviour.misbehaviour
    }
}
