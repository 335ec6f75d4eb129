/// A rule of a scenario: which requests get a wrong answer, and what is wrong with it.
struct Behaviour: Sendable {
    let pattern: RequestPattern
    let quota: Quota
    let misbehaviour: Misbehaviour
}
