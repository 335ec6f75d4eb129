import HTTPTypes
import Hummingbird
import WebURL

/// What a request asks, as far as answers depend on it.
struct Question: Sendable {
    /// The path and the query as they were sent.
    let target: String
    let path: String
    /// The query as it was sent, without its `?`.
    let query: String?
    /// The first value of the parameter, decoded; nil where it is absent.
    private(set) var clientID: String?
    private(set) var productID: String?
    private(set) var partnerUserID: String?
    private let referer: String?

    init(_ request: Request) {
        self.init(target: request.head.path ?? "/", referer: request.headers[.referer])
    }

    init(target: String, referer: String? = nil) {
        self.target = target
        self.referer = referer
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : nil
        for field in query.map({ FormQuery($0).fields }) ?? [] { read(field) }
    }

    private mutating func read(_ field: FormField) {
        switch field.name {
        case "clientId": clientID = clientID ?? field.value
        case "productId": productID = productID ?? field.value
        case "partnerUserId": partnerUserID = partnerUserID ?? field.value
        default: break
        }
    }

    /// The origin of the page that asks, as its Referer field names it; never an opaque one.
    var refererOrigin: Origin? {
        guard let origin = referer.flatMap({ WebURL($0) })?.origin, origin != .opaque else { return nil }
        return origin
    }
}
