/// What a browser does about an embed below a chain of pages, and why.
public struct FramingDecision: Sendable, Hashable {
    /// Whether the embed is shown.
    public enum Verdict: String, Sendable, Hashable {
        /// The browser shows it.
        case allowed
        /// The browser shows an error in its place.
        case blocked
    }

    /// Whether the embed is shown, as Chromium decides.
    public let verdict: Verdict
    /// What decided; nil where no header says anything.
    public let decidedBy: Decider?
    /// The position among the ancestors of the one that was blocked, from zero; nil where none is to blame alone.
    public let culprit: Int?
    /// Whether the texts of the standards, taken literally, give the other verdict: then other browsers may differ.
    public let isBrowserDependent: Bool
    let evidence: [FramingStep]

    /// The proof: what was looked at and what came of it, each step a sentence.
    public var steps: [String] { evidence.map(\.sentence) }
}
