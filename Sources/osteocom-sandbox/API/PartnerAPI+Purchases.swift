import Foundation
import OsteocomAPI

extension PartnerAPI {
    /// Records a purchase, of all its products or of none.
    func authorize(_ request: AuthorizationRequest, _ client: Client) async throws -> AuthorizationAnswer {
        try Self.require(request.clientId, client)
        try Self.require("userId", isNot: request.userId.isEmpty)
        try Self.require("products", isNot: request.products.isEmpty)
        try Self.judge(request.email, client)
        let products = try request.products.enumerated().map { try product($1, at: $0, client) }
        let key = try await tokens.token(TokenClaims(.customer, of: client.id, at: now()))
        let id = CustomerID(clientID: client.id, userID: request.userId)
        let kept = try state.changeCustomer(id) { customer, date in
            customer.note(request, newKey: key)
            for product in products { customer.buy(product.productId, price: product.price, at: date) }
            return customer.userAccessKey
        }
        return AuthorizationAnswer(token: kept ?? key)
    }

    /// An address that is empty counts as none.
    private static func judge(_ email: String?, _ client: Client) throws(APIFault) {
        guard let email, !email.isEmpty else {
            guard client.requiresEmail else { return }
            throw .badRequest("Email field required")
        }
        guard EmailAddress.isValid(email) else { throw APIFault(status: 403, message: "Malformed email") }
    }

    /// The product with its id as all comparisons use it.
    ///
    /// The reference does not say what a product gets that the client does not sell. 404, in the catalogue or not:
    /// 403 means a malformed address in this call, and partners should not have to tell the two apart.
    private func product(
        _ product: AuthorizationRequest.Product, at index: Int, _ client: Client
    ) throws(APIFault) -> AuthorizationRequest.Product {
        let place = "products[\(index)]"
        guard let id = Product.normalizedID(product.productId) else {
            throw .badRequest("`\(place).productId` is no channel's id; send the `idChannel` of the catalogue")
        }
        guard product.price >= 0 else { throw .badRequest("`\(place).price` is below zero; send what was paid") }
        guard client.products.contains(where: { $0.id == id }) else {
            let isKnown = knownProducts.contains(id)
            throw .notFound("`\(place).productId` is " + (isKnown ? "not in your catalogue" : "no channel of Osteocom"))
        }
        return AuthorizationRequest.Product(productId: id, price: product.price)
    }

    /// Takes a course away; again, it has been taken away since the first time.
    ///
    /// The reference does not say what happens where there is nothing to take away: 404.
    func revoke(_ request: RevocationRequest, _ client: Client) throws -> RevocationAnswer {
        try Self.require(request.clientId, client)
        try Self.require("userId", isNot: request.userId.isEmpty)
        guard let channelID = Product.normalizedID(request.channelId) else {
            throw APIFault.badRequest("`channelId` is no channel's id; send the `idChannel` of the catalogue")
        }
        let id = CustomerID(clientID: client.id, userID: request.userId)
        guard let date = try state.cancel(channelID, for: id) else {
            throw APIFault.notFound("this customer never had this channel")
        }
        return RevocationAnswer(userId: request.userId, cancellationDate: date.formatted(.iso8601))
    }
}

extension Customer {
    /// Notes what a purchase says of the customer; what it does not say stays as it is.
    fileprivate mutating func note(_ request: AuthorizationRequest, newKey: String) {
        userAccessKey = userAccessKey ?? newKey
        if let email = request.email, !email.isEmpty { self.email = email }
        marketingConsent = request.marketingConsent ?? marketingConsent
        name = request.name ?? name
        surname = request.surname ?? surname
    }
}
