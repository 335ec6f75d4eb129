import ContentSecurityPolicy

/// A partner's catalogue as a report shows it, and what of it no page embeds.
public struct ReportedCatalogue: Sendable, Hashable {
    /// How much of an id is shown, in scalars; a real one has 24.
    private static let longestID = 64
    /// How much of a title is shown, in scalars.
    private static let longestTitle = 80

    /// The client whose catalogue it is.
    public let clientID: String
    /// `api` or `file`.
    public let source: String
    /// How many channels it has.
    public let channels: Int
    /// The channels that no page embeds, in the order of the catalogue; none where no page was read.
    public let notEmbedded: [Catalogue.Channel]

    /// Makes a catalogue as a report showed it.
    public init(clientID: String, source: String, channels: Int, notEmbedded: [Catalogue.Channel]) {
        self.clientID = clientID
        self.source = source
        self.channels = channels
        self.notEmbedded = notEmbedded
    }

    /// Makes the report of a catalogue.
    ///
    /// - Parameters:
    ///   - catalogue: the catalogue.
    ///   - embeds: the live and deferred embeds of all pages; nil where no page was read.
    ///   - masking: hides users' ids and secrets in the titles.
    public init(_ catalogue: Catalogue, embeds: [Embed]?, masking: Masking) {
        clientID = catalogue.clientID
        channels = catalogue.channels.count
        source = if case .api = catalogue.source { "api" } else { "file" }
        notEmbedded = embeds.map { Self.channels(of: catalogue, notIn: $0, masking) } ?? []
    }

    private static func channels(
        of catalogue: Catalogue, notIn embeds: [Embed], _ masking: Masking
    ) -> [Catalogue.Channel] {
        let own = embeds.filter { $0.url.parameter(.clientID)?.value == catalogue.clientID }
        var known = Set(own.compactMap { $0.url.parameter(.productID)?.value.lowercased() })
        let identifiers = Set(embeds.flatMap { Masking.identifiers(in: $0.url) }).sorted()
        return catalogue.channels.filter { known.insert($0.id.lowercased()).inserted }.map { channel in
            let title = masking.masked(snippet: channel.title, identifiers: identifiers)
            let id = masking.masked(snippet: channel.id, identifiers: identifiers)
            return Catalogue.Channel(
                id: ShownText.cut(id, to: longestID), title: ShownText.cut(title, to: longestTitle))
        }
    }
}
