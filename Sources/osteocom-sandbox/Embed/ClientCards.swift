import HTTPTypes
import Hummingbird
import NIOCore

/// What one client's embeds are answered with, made once.
struct ClientCards: Sendable {
    /// What says that the content is unavailable, with the client's policy.
    let placeholder: Response
    /// The cards by the product's id in lower case; none while the client is offline.
    private let cards: [String: Response]

    init(_ client: Client) {
        let policy = FramingPolicy.value(client.origins)
        let cards = client.products.map { ($0.id, Self.response(CardPage.available($0, of: client), policy)) }
        self.cards = client.isOnline ? Dictionary(cards) { first, _ in first } : [:]
        placeholder = Self.response(CardPage.unavailable, policy)
    }

    /// What a client that nobody knows is answered with.
    static let placeholderOfNobody = response(CardPage.unavailable, FramingPolicy.value([]))

    /// The card of a product, or the placeholder.
    func response(for productID: String) -> Response {
        Product.normalizedID(productID).flatMap { cards[$0] } ?? placeholder
    }

    private static func response(_ page: String, _ policy: String) -> Response {
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: policy,
            .cacheControl: "no-store",
            .xContentTypeOptions: "nosniff",
        ]
        if let referrerPolicy = HTTPField.Name("Referrer-Policy") {
            fields[referrerPolicy] = "strict-origin-when-cross-origin"
        }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}
