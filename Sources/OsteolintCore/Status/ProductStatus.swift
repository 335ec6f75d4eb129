/// What came of asking product-status one question.
public struct ProductStatus: Sendable {
    /// What was found out.
    public enum Outcome: Sendable, Hashable {
        /// The documented object came, with this `status`, which may be none that is documented.
        case answered(status: String)
        /// It is not known, and why.
        case inconclusive(FetchFailure)
    }

    /// What was asked.
    public let target: StatusTarget
    /// What was found out.
    public let outcome: Outcome
    /// How many requests were made for it in this run; 0 where the answer was known before, or never asked for.
    public let attempts: Int

    /// Makes a status.
    public init(target: StatusTarget, outcome: Outcome, attempts: Int) {
        self.target = target
        self.outcome = outcome
        self.attempts = attempts
    }

    /// The documented status that was answered; nil where there is no answer, or one that is not documented.
    public var code: StatusCode? {
        guard case .answered(let status) = outcome else { return nil }
        return StatusCode(rawValue: status)
    }
}
