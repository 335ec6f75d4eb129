import OsteolintCore

/// Who may buy what, and who has bought it; Osteocom's iframe reference, "Status codes".
struct Storefront: Sendable {
    /// What a question comes to.
    enum Outcome: Sendable {
        case offer(Offer)
        /// One of the statuses that show the placeholder.
        case fault(StatusCode)
    }

    private let clients: [String: Client]
    /// The ids of all courses there are, in lower case.
    private let products: Set<String>
    private let state: SandboxState

    init(_ scenario: Scenario, _ state: SandboxState) {
        clients = Dictionary(scenario.clients.map { ($0.id, $0) }) { first, _ in first }
        products = Set((scenario.clients.flatMap { $0.products } + scenario.otherProducts).map { $0.id })
        self.state = state
    }

    /// What is offered to whom, or the first thing that is wrong.
    func outcome(of question: Question) -> Outcome {
        guard let clientID = question.clientID, !clientID.isEmpty,
            let productID = question.productID.flatMap(Product.normalizedID),
            let userID = question.partnerUserID, !userID.isEmpty
        else { return .fault(.invalidInput) }
        guard let client = client(clientID) else { return .fault(.invalidClient) }
        guard client.integration == .iframe else { return .fault(.integrationMismatch) }
        guard products.contains(productID) else { return .fault(.productNotFound) }
        guard let product = client.product(productID) else { return .fault(.productNotInCatalog) }
        return .offer(Offer(client: client, product: product, userID: userID))
    }

    /// The course that is asked about, where the client sells it at all, whoever buys.
    func product(of question: Question) -> Product? {
        guard let client = question.clientID.flatMap(client), client.integration == .iframe else { return nil }
        return question.productID.flatMap(Product.normalizedID).flatMap(client.product)
    }

    private func client(_ id: String) -> Client? {
        clients[id].flatMap { $0.isOnline ? $0 : nil }
    }

    /// What product-status answers.
    func status(of question: Question) -> StatusCode {
        switch outcome(of: question) {
        case .offer(let offer): isOwned(offer) ? .alreadyOwned : .ok
        case .fault(let status): status
        }
    }

    /// Whether the user has the course already.
    func isOwned(_ offer: Offer) -> Bool {
        state.isActive(offer.product.id, for: offer.userID, of: offer.client.id)
    }

    /// Gives the user the course; one who has it already pays nothing again.
    ///
    /// - Returns: whether the user has it now: false where that cannot be kept.
    func sell(_ offer: Offer) -> Bool {
        guard !isOwned(offer) else { return true }
        return state.activate(offer.product.id, price: offer.product.price, for: offer.userID, of: offer.client.id)
    }
}

extension Client {
    fileprivate func product(_ id: String) -> Product? { products.first { $0.id == id } }
}
