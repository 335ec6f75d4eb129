public import OsteolintCore
public import WebURL

/// The request that the card makes when it is shown; Osteocom's iframe reference, "Status codes".
public struct ProductStatusRequest: Sendable {
    /// The endpoint's path.
    public static let path = "/api2/embed/content-licensing/product-status"
    /// The largest answer that is read, in bytes.
    public static let bodyLimit = 1 << 20

    private let question: StatusQuestion
    private let embed: WebURL

    /// Makes the request that asks a question.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - embed: the URL of the card in whose place it is asked.
    public init(_ question: StatusQuestion, embed: WebURL) {
        self.question = question
        self.embed = embed
    }

    /// The request; nil where the question's origin is an opaque one, which nobody can be asked at.
    ///
    /// A parameter that the embed does not have is left out.
    public var request: APIRequest? {
        guard let url = Self.url(of: question) else { return nil }
        let fields = Self.fields + [APIRequest.Field(name: "Referer", value: referrer)]
        return APIRequest(method: .get, url: url, fields: fields, bodyLimit: Self.bodyLimit)
    }

    /// What Chromium sends when a document's script fetches something of its own origin (Fetch Standard, section 4.5;
    /// Fetch Metadata Request Headers, section 2).
    private static let fields = [
        APIRequest.Field(name: "Accept", value: "*/*"),
        APIRequest.Field(name: "Accept-Language", value: "en"),
        APIRequest.Field(name: "Sec-Fetch-Dest", value: "empty"),
        APIRequest.Field(name: "Sec-Fetch-Mode", value: "cors"),
        APIRequest.Field(name: "Sec-Fetch-Site", value: "same-origin"),
    ]

    /// The endpoint with the question in its query; nil for an opaque origin.
    static func url(of question: StatusQuestion) -> WebURL? {
        WebURL(question.origin.serialized + path + query(of: question))
    }

    private static func query(of question: StatusQuestion) -> String {
        let values: [(ParameterName, String?)] = [
            (.clientID, question.clientID), (.productID, question.productID),
            (.partnerUserID, question.partnerUserID),
        ]
        let pairs = values.compactMap { name, value in value.map { (name: name.rawValue, value: $0) } }
        return pairs.isEmpty ? "" : "?" + FormQuery.serialize(pairs)
    }

    /// The card's URL without fragment and user information (Referrer Policy, section 8.4), or its origin alone where
    /// that is too long (section 8.3).
    ///
    /// Where the question is another than the card's own, so is the query: the user in the URL is not told then.
    private var referrer: String {
        let origin = question.origin.serialized
        let isOwn = StatusQuestion(of: embed) == question
        let own = embed.query.map { "?" + $0 } ?? ""
        let referrer = origin + embed.path + (isOwn ? own : Self.query(of: question))
        return referrer.utf8.count > Self.longestReferrer ? origin + "/" : referrer
    }

    private static let longestReferrer = 4096
}
