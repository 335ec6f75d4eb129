import OsteolintCore

/// A framing verdict as JSON.
struct JSONFraming: Encodable {
    let url: String
    let ancestors: [String]
    let verdict: String
    let decidedBy: Nullable<JSONDecider>
    let reason: Nullable<String>
    let steps: [String]
    let browserDependent: Bool
    let hops: [JSONHop]

    init(_ framing: ReportedFraming) {
        url = framing.url
        ancestors = framing.ancestors
        verdict = framing.verdict
        decidedBy = Nullable(framing.decidedBy.map(JSONDecider.init))
        reason = Nullable(framing.reason?.rawValue)
        steps = framing.steps
        browserDependent = framing.isBrowserDependent
        hops = framing.hops.map { JSONHop(url: $0.url, status: $0.status) }
    }
}

/// A response on the way, as JSON.
struct JSONHop: Encodable {
    let url: String
    let status: Int
}
