extension StatusAudit {
    /// The users' ids in the embeds, and those that Osteocom was asked with.
    var userIdentifiers: [String] {
        let inEmbeds = embeds.flatMap { Masking.identifiers(in: $0.url) }
        return Set(ProductStatus.userIdentifiers(in: statuses) + inEmbeds).sorted()
    }

    /// The same with users' ids and secrets masked in what servers and files say: status words and channels' titles.
    func masked(by masking: Masking) -> StatusAudit {
        let identifiers = userIdentifiers
        let statuses = statuses.map { $0.masked(by: masking, identifiers: identifiers) }
        return StatusAudit(
            statuses: statuses, catalogue: catalogue?.masked(by: masking, identifiers: identifiers), embeds: embeds,
            environment: environment)
    }
}

extension ProductStatus {
    /// The users' ids in the URLs and in what was asked, each once; placeholders are nobody's.
    static func userIdentifiers(in statuses: [ProductStatus]) -> [String] {
        Set(statuses.flatMap(\.target.userIdentifiers)).sorted()
    }

    /// The same with users' ids and secrets masked in the status that was answered.
    func masked(by masking: Masking, identifiers: [String]) -> ProductStatus {
        guard case .answered(let status) = outcome, code == nil else { return self }
        let shown = masking.masked(snippet: status, identifiers: identifiers)
        return ProductStatus(
            target: target, outcome: .answered(status: shown), attempts: attempts, milliseconds: milliseconds)
    }
}

extension Catalogue {
    /// The same with users' ids and secrets masked in titles.
    func masked(by masking: Masking, identifiers: [String]) -> Catalogue {
        let channels = channels.map { channel in
            Channel(id: channel.id, title: masking.masked(snippet: channel.title, identifiers: identifiers))
        }
        return Catalogue(clientID: clientID, channels: channels, source: source)
    }
}
