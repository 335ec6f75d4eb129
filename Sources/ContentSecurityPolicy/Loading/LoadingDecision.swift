/// What a page's policies say about an embed, and why.
public struct LoadingDecision: Sendable, Hashable {
    /// Whether the embed loads.
    public enum Verdict: String, Sendable, Hashable {
        /// The browser loads it.
        case allowed
        /// The browser shows an error in its place.
        case blocked
    }

    /// Every directive that keeps the embed out, in the order of the policies.
    public let refusals: [LoadingRefusal]
    let evidence: [LoadingStep]

    /// Whether the embed loads: all policies must let it in.
    public var verdict: Verdict { refusals.isEmpty ? .allowed : .blocked }

    /// The proof: what was looked at and what came of it, each step a sentence.
    public var steps: [String] { evidence.map(\.sentence) }
}
