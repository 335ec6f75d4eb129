import HTTPTypes
import Hummingbird
import OsteolintCore
import WebURL

/// Sells what the card offers: the checkout, and the page after it. None of them can be framed, as a payment must be.
struct CheckoutRoutes: Sendable {
    private static let path: RouterPath = "/checkout"
    private static let completePath: RouterPath = "/checkout/complete"

    private let storefront: Storefront

    init(_ storefront: Storefront) {
        self.storefront = storefront
    }

    /// Adds the routes.
    func add(to router: Router<SandboxContext>) {
        router.get(Self.path) { _, context in checkout(context.question) }
        router.post(Self.path) { _, context in purchase(context.question) }
        router.get(Self.completePath) { _, context in thanks(context.question) }
        for method in [.put, .patch, .delete, .options] as [HTTPRequest.Method] {
            router.on(Self.path, method: method) { _, _ in
                var response = Self.unavailable(.methodNotAllowed)
                response.headers[.allow] = "GET, HEAD, POST"
                return response
            }
        }
    }

    private func checkout(_ question: Question) -> Response {
        guard case .offer(let offer) = storefront.outcome(of: question) else { return Self.unavailable(.badRequest) }
        guard !storefront.isOwned(offer) else { return Self.response(CheckoutPage.owned(offer.product)) }
        return Self.response(CheckoutPage.purchase(of: offer.product, by: offer.client))
    }

    /// Redirects, so that loading the next page again buys nothing again; its URL does not say who bought.
    private func purchase(_ question: Question) -> Response {
        guard case .offer(let offer) = storefront.outcome(of: question) else { return Self.unavailable(.badRequest) }
        guard storefront.sell(offer) else { return Self.unavailable(.internalServerError) }
        let query = FormQuery.serialize([
            (name: "clientId", value: offer.client.id), (name: "productId", value: offer.product.id),
        ])
        return Response(
            status: .seeOther, headers: [.location: "\(Self.completePath)?\(query)", .cacheControl: "no-store"])
    }

    private func thanks(_ question: Question) -> Response {
        guard let product = storefront.product(of: question) else { return Self.unavailable(.badRequest) }
        return Self.response(CheckoutPage.thanks(for: product))
    }

    private static func unavailable(_ status: HTTPResponse.Status) -> Response {
        response(CheckoutPage.unavailable, status)
    }

    private static func response(_ page: String, _ status: HTTPResponse.Status = .ok) -> Response {
        StorePage.response(page, policy: "frame-ancestors 'none'", status: status)
    }
}
