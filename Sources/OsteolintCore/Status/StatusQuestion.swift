public import WebURL

/// What product-status is asked: one card for one customer.
public struct StatusQuestion: Sendable, Hashable {
    /// The origin of the embed, which answers for it.
    public let origin: Origin
    /// The embed's `clientId`, decoded; nil where it has none.
    public let clientID: String?
    /// The embed's `productId`, decoded; nil where it has none.
    public let productID: String?
    /// The embed's `partnerUserId`, decoded; nil where it has none.
    public let partnerUserID: String?

    /// Makes a question.
    public init(origin: Origin, clientID: String?, productID: String?, partnerUserID: String?) {
        self.origin = origin
        self.clientID = clientID
        self.productID = productID
        self.partnerUserID = partnerUserID
    }
}

extension StatusQuestion {
    /// What the card of an embed asks: the first value of each parameter in the query, as its script reads it.
    public init(of url: WebURL) {
        let fields = url.formFields
        let value = { (name: ParameterName) in fields.first { $0.name == name.rawValue }?.value }
        self.init(
            origin: url.origin, clientID: value(.clientID), productID: value(.productID),
            partnerUserID: value(.partnerUserID))
    }
}
