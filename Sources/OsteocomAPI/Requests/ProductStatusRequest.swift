public import OsteolintCore
import WebURL

/// The request that the card makes when it is shown; Osteocom's iframe reference, "Status codes".
public struct ProductStatusRequest: Sendable {
    /// The endpoint's path.
    public static let path = "/api2/embed/content-licensing/product-status"

    private let question: StatusQuestion

    /// Makes the request that asks a question.
    public init(_ question: StatusQuestion) {
        self.question = question
    }

    /// The request; nil where the question's origin is an opaque one, which nobody can be asked at.
    ///
    /// A parameter that the embed does not have is left out.
    public var request: APIRequest? {
        let values: [(ParameterName, String?)] = [
            (.clientID, question.clientID), (.productID, question.productID),
            (.partnerUserID, question.partnerUserID),
        ]
        let pairs = values.compactMap { name, value in value.map { (name: name.rawValue, value: $0) } }
        let query = pairs.isEmpty ? "" : "?" + FormQuery.serialize(pairs)
        return WebURL(question.origin.serialized + Self.path + query).map { APIRequest(method: .get, url: $0) }
    }
}
