/// A scenario in which each of the documented statuses can be had.
enum StatusScenario {
    static let client = "kT4mRZ81qLwYc0dXaB2e"
    static let offlineClient = "hN7vQ2c9XwLr45TzKe0b"
    static let apiClient = "aP1rW8dQ3nVx6KzTj5Ls"
    static let unknownClient = "uN0kN0wN9c1i3nT7zZ2q"
    static let product = "66d5796a1c4b7f20e93d85ba"
    static let otherProduct = "61a8c3f04d2b9e7735c10f6a"
    /// On Osteocom, but in nobody's catalogue.
    static let unlistedProduct = "64e2b5917c0d3fa86b24e9d1"
    static let missingProduct = "600000000000000000000404"
    /// Who has bought `product`.
    static let owner = "u-planted-owner-4711"
    static let user = "u-planted-90817"
    static let secret = "planted-Secret-0123456789abcdef"

    /// The scenario's text.
    ///
    /// - Parameter more: further keys.
    /// - Returns: the text.
    static func text(_ more: String = "") -> String {
        """
        clients:
          - id: \(client)
            secret: \(secret)
            origins: ['https://lms.partner.example']
            products:
              - { id: \(product), title: "The pelvic floor" }
              - { id: \(otherProduct), title: "The neck" }
          - id: \(offlineClient)
            online: false
            origins: ['https://lms.partner.example']
            products: [{ id: \(product), title: Course }]
          - id: \(apiClient)
            integration: api
            origins: ['https://lms.partner.example']
            products: [{ id: \(product), title: Course }]
        products:
          - { id: \(unlistedProduct), title: "The shoulder" }
        purchases:
          - { clientId: \(client), userId: \(owner), productId: \(product) }
        \(more)

        """
    }

    /// An embed's URL.
    static func embed(
        _ origin: String, client: String = client, product: String = product, user: String = user
    ) -> String {
        "\(origin)/embed/course?clientId=\(client)&productId=\(product)&partnerUserId=\(user)"
    }
}
