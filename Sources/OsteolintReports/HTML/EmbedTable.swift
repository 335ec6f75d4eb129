import OsteolintCore

/// The embeds as a plain list, where nothing is known of them but what the pages say.
struct EmbedTable {
    /// An embed.
    struct Row {
        let place: PlaceText
        let product: String
        let client: String
        let user: String
        let state: String
    }

    private static let shown = 500

    /// Whether Osteocom was asked about anything.
    let isAsked: Bool
    let isEmpty: Bool
    let heading: String
    let rows: [Row]
    let rest: String?

    init(_ report: Report) {
        isAsked = !(report.framing.isEmpty && report.statuses.isEmpty)
        isEmpty = report.embeds.isEmpty && report.statuses.isEmpty
        heading = "List of \(CountedNoun.text(report.embeds.count, "embed"))"
        rows = isAsked ? [] : report.embeds.prefix(Self.shown).map(Row.init)
        let isCut = !isAsked && report.embeds.count > Self.shown
        rest = isCut ? "The first \(Self.shown) are shown; the JSON format lists all." : nil
    }
}

extension EmbedTable.Row {
    fileprivate init(_ embed: ReportedEmbed) {
        place = PlaceText(embed)
        product = embed.productID.map(ShownID.text) ?? "missing"
        client = embed.clientID.map(ShownID.text) ?? "missing"
        user = embed.partnerUserID.map(ShownID.text) ?? "missing"
        state = embed.state == "live" ? "live" : "\(embed.state): \(VisibleText.visible(embed.context))"
    }
}
