import ContentSecurityPolicy

/// What came of asking product-status one question, as a report shows it; users' ids are masked unless they were to be
/// shown.
public struct ReportedStatus: Sendable, Hashable {
    /// How much of a status is shown, in scalars; all documented ones are shorter.
    private static let longestStatus = 64

    /// The URL of the first embed that it was asked for.
    public let url: String
    /// The status that was answered, or the beginning of a very long one; nil where none was.
    public let status: String?
    /// What the card shows; nil where that is not known.
    public let card: CardState?
    /// Whether the visitor gets the card; inconclusive also for a status that is not documented.
    public let verdict: Report.Verdict
    /// Why it is inconclusive; nil where there is an answer, documented or not.
    public let reason: Failure.Reason?
    /// How many requests were made for it in this run.
    public let attempts: Int

    /// Makes the reports of statuses, in order.
    public static func reports(_ statuses: [ProductStatus], masking: Masking) -> [ReportedStatus] {
        let identifiers = ProductStatus.userIdentifiers(in: statuses)
        return statuses.map { ReportedStatus($0.masked(by: masking, identifiers: identifiers), masking: masking) }
    }

    /// Makes a status as a report showed it.
    public init(
        url: String, status: String?, card: CardState?, verdict: Report.Verdict, reason: Failure.Reason?,
        attempts: Int
    ) {
        self.url = url
        self.status = status
        self.card = card
        self.verdict = verdict
        self.reason = reason
        self.attempts = attempts
    }

    private init(_ status: ProductStatus, masking: Masking) {
        url = masking.masked(status.target.url).href
        attempts = status.attempts
        card = status.code?.card
        switch status.outcome {
        case .answered(let word):
            self.status = ShownText.cut(word, to: Self.longestStatus)
            verdict = status.code.map { $0.card == .unavailable ? .fail : .pass } ?? .inconclusive
            reason = nil
        case .inconclusive(let failure):
            self.status = nil
            verdict = .inconclusive
            reason = failure.reason
        }
    }
}
