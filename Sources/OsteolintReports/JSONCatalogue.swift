import OsteolintCore

/// A partner's catalogue and what of it no page embeds, as JSON.
struct JSONCatalogue: Encodable {
    let clientId, source: String
    let channels: Int
    let notEmbedded: [JSONChannel]

    init(_ catalogue: ReportedCatalogue) {
        clientId = catalogue.clientID
        source = catalogue.source
        channels = catalogue.channels
        notEmbedded = catalogue.notEmbedded.map { JSONChannel(idChannel: $0.id, title: $0.title) }
    }
}

/// A channel of a catalogue, as JSON.
struct JSONChannel: Encodable {
    let idChannel, title: String
}
