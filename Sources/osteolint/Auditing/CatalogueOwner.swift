import OsteolintCore

/// The partner whose catalogue the embeds are held against.
struct CatalogueOwner {
    let clientID: String
    /// Where the partner's products are sold.
    let environment: Environment

    /// Finds out whose catalogue it is: the configured client's, or that of the one client in all embeds.
    ///
    /// - Returns: nil where no client is configured and the embeds name several, or none.
    init?(_ configuration: Configuration, embeds: [Embed]) {
        let clients = Set(embeds.compactMap(\.clientID))
        guard let client = configuration.clientID ?? (clients.count == 1 ? clients.first : nil) else { return nil }
        clientID = client
        environment = configuration.environment ?? Self.mostFrequent(embeds.filter { $0.clientID == client })
    }

    /// The environment of most embeds; production where as many point there.
    private static func mostFrequent(_ embeds: [Embed]) -> Environment {
        let tests = embeds.count { $0.environment == .test }
        return tests > embeds.count { $0.environment == .production } ? .test : .production
    }

    /// Whether an embed sells one of the owner's products.
    func owns(_ embed: Embed) -> Bool { embed.clientID == clientID && embed.environment == environment }
}

extension Embed {
    /// The client that the card asks for.
    fileprivate var clientID: String? {
        StatusQuestion(of: url.url).clientID.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Failure {
    /// The embeds are of several clients, of which a catalogue can only be that of one.
    init(ambiguousCatalogueOf embeds: [Embed]) {
        self.init(
            subject: "catalogue", reason: .noCatalogue,
            message: "the embeds name no client, or several, so it is not known whose catalogue to hold them against; "
                + "set `clientId` in \(ConfigurationFile.name), or give --client-id")
    }
}
