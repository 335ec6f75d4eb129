/// A scenario with two clients, for tests to add to.
enum SampleScenario {
    static let clients = """
        clients:
          - id: kT4mRZ81qLwYc0dXaB2e
            name: "School <of> movement"
            origins: [https://learn.partner.example, "https://shop.partner.example:8443"]
            products:
              - { id: 546e0f2b8a9d4c17b3e6f059, title: "Pelvic floor & \\"core\\"", price: 120 }
          - id: offline-partner
            origins: [https://offline.example]
            online: false
            products: [{ id: 546e0f2b8a9d4c17b3e6f059, title: Never shown }]

        """

    /// The same with a third client, who is set up for the API, and with a course that nobody sells.
    static let manyClients =
        clients + """
              - id: api-partner
                integration: api
                origins: [https://api.example]
                products: [{ id: 546e0f2b8a9d4c17b3e6f059, title: Never shown }]
            products: [{ id: 5a7b1c3d4e5f60718293a4b5, title: Of nobody }]

            """

    /// The policy of the first client.
    static let policy = "frame-ancestors 'self' https://learn.partner.example https://shop.partner.example:8443"

    /// The first client with behaviours, given as one flow mapping each.
    static func behaving(_ behaviours: String...) -> String {
        clients + "behaviours:\n" + behaviours.map { "  - { \($0) }\n" }.joined()
    }

    /// A query that gets the first client's card.
    static let query = "clientId=kT4mRZ81qLwYc0dXaB2e&productId=546e0f2b8a9d4c17b3e6f059&partnerUserId=u-1"
    /// A target that gets it.
    static let card = "/embed/course?" + query
}
