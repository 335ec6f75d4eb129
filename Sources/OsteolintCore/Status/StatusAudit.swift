/// What is known of the products that pages embed; what the status rules look at.
public struct StatusAudit: Sendable {
    /// One status for each distinct question, in the order of the embeds.
    public let statuses: [ProductStatus]
    /// The partner's catalogue; nil where none is known.
    public let catalogue: Catalogue?
    /// The live and deferred embeds of all pages, sorted by path and then by place.
    public let embeds: [Embed]
    /// The environment that the catalogue is of; nil where that makes no difference.
    public let environment: Environment?

    /// Makes an audit; by default nothing was found out.
    public init(
        statuses: [ProductStatus] = [], catalogue: Catalogue? = nil, embeds: [Embed] = [],
        environment: Environment? = nil
    ) {
        self.statuses = statuses
        self.catalogue = catalogue
        self.embeds = embeds
        self.environment = environment
    }
}
