import Yams

/// Reads who owns what at the start.
struct PurchaseReader {
    /// A scenario whose clients and products are known already.
    let scenario: Scenario

    func read(_ items: [Node]) throws(ScenarioFault) -> [Purchase] {
        var purchases: [Purchase] = []
        for item in items {
            let purchase = try purchase(item)
            guard !purchases.contains(purchase) else {
                throw ScenarioFault(item, "this purchase stands twice; keep one of them")
            }
            purchases.append(purchase)
        }
        return purchases
    }

    private func purchase(_ node: Node) throws(ScenarioFault) -> Purchase {
        let mapping = try ScenarioMapping(node, of: "a purchase", keys: ["clientId", "userId", "productId"])
        let client = try client(try mapping.required("clientId", in: "a purchase"))
        let userID = try mapping.requiredNonempty("userId", in: "a purchase")
        let product = try product(try mapping.required("productId", in: "a purchase"), of: client)
        return Purchase(clientID: client.id, userID: userID, productID: product.id, price: product.price)
    }

    private func client(_ node: Node) throws(ScenarioFault) -> Client {
        let id = try node.text(of: "clientId")
        guard let client = scenario.clients.first(where: { $0.id == id }) else {
            let suggestion = Suggestion.among(scenario.clients.map { $0.id }, for: id)
            throw ScenarioFault(node, "there is no client `\(id)`\(suggestion); write the `id` of one of `clients`")
        }
        return client
    }

    /// The product as the client sells it, or else as anybody does.
    private func product(_ node: Node, of client: Client) throws(ScenarioFault) -> Product {
        let id = try ProductReader.productID(node, of: "productId")
        let products = client.products + scenario.clients.flatMap { $0.products } + scenario.otherProducts
        guard let product = products.first(where: { $0.id == id }) else {
            throw ScenarioFault(node, "there is no product `\(id)`; write the `id` of a client's or of `products`")
        }
        return product
    }
}
