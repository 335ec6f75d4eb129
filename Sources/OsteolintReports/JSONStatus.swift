import OsteolintCore

/// What came of asking product-status one question, as JSON.
struct JSONStatus: Encodable {
    let url: String
    let status, card: Nullable<String>
    let verdict: String
    let reason: Nullable<String>
    let attempts: Int

    init(_ status: ReportedStatus) {
        url = status.url
        self.status = Nullable(status.status)
        card = Nullable(status.card?.rawValue)
        verdict = status.verdict.rawValue
        reason = Nullable(status.reason?.rawValue)
        attempts = status.attempts
    }
}
