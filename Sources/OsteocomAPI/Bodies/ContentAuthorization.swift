/// What `contentLicensing_contentAccessAuthorization` takes.
public struct AuthorizationRequest: Sendable, Hashable, Codable {
    /// A purchased product.
    public struct Product: Sendable, Hashable, Codable {
        /// The channel's `idChannel`.
        public let productId: String
        /// The price paid.
        public let price: Int

        /// Makes a product.
        public init(productId: String, price: Int) {
            self.productId = productId
            self.price = price
        }
    }

    /// The partner's own id.
    public let clientId: String
    /// The partner's stable id of the customer.
    public let userId: String
    /// The customer's address; needed where the account has marketing consent.
    public let email: String?
    /// Whether the customer wants to hear from Osteocom; false where absent.
    public let marketingConsent: Bool?
    /// The customer's first name.
    public let name: String?
    /// The customer's last name.
    public let surname: String?
    /// What was bought.
    public let products: [Product]

    /// Makes a request.
    public init(
        clientId: String, userId: String, email: String? = nil, marketingConsent: Bool? = nil, name: String? = nil,
        surname: String? = nil, products: [Product]
    ) {
        self.clientId = clientId
        self.userId = userId
        self.email = email
        self.marketingConsent = marketingConsent
        self.name = name
        self.surname = surname
        self.products = products
    }
}

/// What `contentLicensing_contentAccessAuthorization` returns.
public struct AuthorizationAnswer: Sendable, Hashable, Codable {
    /// The customer's `userAccessKey`, the same for the same customer.
    public let token: String

    /// Makes an answer.
    public init(token: String) {
        self.token = token
    }
}
