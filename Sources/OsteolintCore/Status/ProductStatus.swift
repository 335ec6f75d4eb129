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
    /// How long the requests took together, in milliseconds, without the time between them; nil where nobody measured.
    public let milliseconds: Int?

    /// Makes a status.
    public init(target: StatusTarget, outcome: Outcome, attempts: Int, milliseconds: Int? = nil) {
        self.target = target
        self.outcome = outcome
        self.attempts = attempts
        self.milliseconds = milliseconds
    }

    /// The documented status that was answered; nil where there is no answer, or one that is not documented.
    public var code: StatusCode? {
        guard case .answered(let status) = outcome else { return nil }
        return StatusCode(rawValue: status)
    }
}
