/// The catalogues of several reports, of which one report can hold one.
struct MergedCatalogue {
    /// How many ids a remark names.
    private static let idsNamed = 5

    private var clients: [String] = []
    private var catalogues: [String: ReportedCatalogue] = [:]
    /// Whether a report with pages has been heard; one without says nothing of what is embedded.
    private var isHeldAgainstPages: Set<String> = []

    /// Adds what a report says of its catalogue.
    mutating func add(_ report: Report) {
        guard let other = report.catalogue else { return }
        let client = other.clientID
        guard let known = catalogues[client] else {
            clients.append(client)
            catalogues[client] = other
            if report.summary.files > 0 { isHeldAgainstPages.insert(client) }
            return
        }
        guard report.summary.files > 0 else { return }
        let ids = Set(other.notEmbedded.map(\.id))
        let isFirst = isHeldAgainstPages.insert(client).inserted
        let channels = isFirst ? other.notEmbedded : known.notEmbedded.filter { ids.contains($0.id) }
        catalogues[client] = known.keeping(channels)
    }

    /// The first catalogue, without what a page of any report embeds, and what there is to know of the others.
    func result(embeds: [ReportedEmbed]) -> (catalogue: ReportedCatalogue?, remarks: [Remark]) {
        var products: [String: Set<String>] = [:]
        for embed in embeds where embed.state != Frame.State.inert.rawValue {
            guard let client = embed.clientID, let product = embed.productID else { continue }
            products[client, default: []].insert(product.lowercased())
        }
        let all = clients.compactMap { catalogues[$0] }.map { catalogue in
            let known = products[catalogue.clientID] ?? []
            return catalogue.keeping(catalogue.notEmbedded.filter { !known.contains($0.id.lowercased()) })
        }
        return (all.first, all.dropFirst().map { Self.remark($0) })
    }

    private static func remark(_ catalogue: ReportedCatalogue) -> Remark {
        let ids = catalogue.notEmbedded.map(\.id)
        let shown = ids.prefix(idsNamed).joined(separator: ", ") + (ids.count > idsNamed ? ", …" : "")
        let rest = ids.isEmpty ? "" : ", of which no page embeds \(ids.count): \(shown)"
        return Remark(
            subject: "catalogue of \(catalogue.clientID)",
            message: "a merged report shows one catalogue, and this is another one; "
                + "it has \(catalogue.channels) channels\(rest)")
    }
}

extension ReportedCatalogue {
    fileprivate func keeping(_ channels: [Catalogue.Channel]) -> ReportedCatalogue {
        ReportedCatalogue(clientID: clientID, source: source, channels: self.channels, notEmbedded: channels)
    }
}
