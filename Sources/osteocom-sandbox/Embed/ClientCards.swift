import HTTPTypes
import Hummingbird
import NIOCore

/// What one client's embeds are answered with, made once.
struct ClientCards: Sendable {
    /// The card without a product, with the client's policy.
    let placeholder: Response
    /// The cards by the product's id in lower case; none where the client can sell nothing by cards.
    private let cards: [String: Response]

    init(_ client: Client) {
        let policy = FramingPolicy.value(client.origins)
        let products = client.sellsByCard ? client.products : []
        let cards = products.map { ($0.id, Self.response(CardPage.card(of: $0, by: client), policy)) }
        self.cards = Dictionary(cards) { first, _ in first }
        placeholder = Self.response(CardPage.placeholder, policy)
    }

    /// What a client that nobody knows is answered with.
    static let placeholderOfNobody = response(CardPage.placeholder, FramingPolicy.value([]))

    /// The card of a product, or the placeholder.
    func response(for productID: String) -> Response {
        Product.normalizedID(productID).flatMap { cards[$0] } ?? placeholder
    }

    private static func response(_ page: String, _ policy: String) -> Response {
        StorePage.response(page, policy: policy)
    }
}

extension Client {
    /// Whether the client's cards show anything but the placeholder.
    fileprivate var sellsByCard: Bool { isOnline && integration == .iframe }
}
