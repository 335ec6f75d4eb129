import OsteolintCore

/// The partner's catalogue, as the rules ask it.
struct CatalogueLookup {
    private let catalogue: Catalogue?
    private let environment: Environment?
    private let rendering: Rendering
    private let products: Set<String>
    private let isReported: Bool

    init(_ audit: StatusAudit, in site: Site) {
        catalogue = audit.catalogue
        environment = audit.environment
        rendering = site.configuration.rendering
        products = Set(audit.catalogue?.channels.map { $0.id.lowercased() } ?? [])
        isReported = site.configuration.rules[ProductNotInCatalogue.descriptor.id] != .off
    }

    /// The product that an embed's client has not in its catalogue, or nil.
    ///
    /// An embed of another client or environment, or without a product that is well-formed, has none.
    func missingProduct(of embed: Embed) -> EmbedParameter? {
        guard let catalogue, environment == nil || embed.environment == environment,
            embed.judgedParameter(.clientID)?.value == catalogue.clientID,
            let product = embed.judgedParameter(.productID), product.placeholder == nil,
            ProductIDFault(product, in: rendering) == nil, !products.contains(product.value.lowercased())
        else { return nil }
        return product
    }

    /// Whether `product-not-in-catalogue` says already what is wrong with a question.
    func reports(_ target: StatusTarget) -> Bool {
        isReported && target.embeds.first.flatMap(missingProduct) != nil
    }
}
