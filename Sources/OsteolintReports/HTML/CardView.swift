import OsteolintCore

/// A card as the template `card` shows it.
struct CardView {
    /// Something to know about the embed.
    struct Fact {
        let name: String
        let value: String
    }

    let state: String
    let title: String
    let icon: String
    let isAvailable: Bool
    let facts: [Fact]
    let notes: [[InlinePiece]]

    init(_ card: EmbedCards.Card) {
        state = card.state.rawValue
        title = card.state.title
        icon = card.state.icon
        isAvailable = card.state == .available
        facts = Self.facts(card)
        notes = Self.notes(card).map { InlinePiece.pieces(of: $0) }
    }

    private static func facts(_ card: EmbedCards.Card) -> [Fact] {
        guard let embed = card.embed else { return [Fact(name: "URL", value: ShownID.text(card.url))] }
        let place = PlaceText(embed)
        return [
            Fact(name: "Product", value: shown(embed.productID)), Fact(name: "Client", value: shown(embed.clientID)),
            Fact(name: "User", value: shown(embed.partnerUserID)),
            Fact(name: "Place", value: place.path + place.position),
            Fact(name: "Environment", value: embed.environment ?? "unknown"),
        ]
    }

    private static func shown(_ id: String?) -> String {
        id.map { $0.isEmpty ? "empty" : ShownID.text($0) } ?? "missing"
    }

    private static func notes(_ card: EmbedCards.Card) -> [String] {
        var notes: [String] = []
        let words = card.statuses.map { status in
            status.status.map { $0.isEmpty ? "an empty status" : "`\($0)`" } ?? "`\(status.reason?.rawValue ?? "")`"
        }
        var seen: Set<String> = []
        let distinct = words.filter { seen.insert($0).inserted }
        if !distinct.isEmpty {
            let users = card.statuses.count > 1 ? " for \(card.statuses.count) users" : ""
            notes.append("product-status: \(distinct.joined(separator: ", "))\(users)")
        }
        if distinct.isEmpty, let skip = card.skip { notes.append("not asked: \(skip.reason.explanation)") }
        let blocked = card.framing.count { $0.verdict == "blocked" }
        if blocked > 0, blocked < card.framing.count {
            notes.append("blocked in \(blocked) of \(CountedNoun.text(card.framing.count, "declared origin"))")
        }
        let open = card.framing.count { $0.verdict == "inconclusive" }
        if open > 0 { notes.append("framing not known in \(CountedNoun.text(open, "declared origin"))") }
        if let embed = card.embed, embed.state != "live" {
            notes.append("\(embed.state): `\(embed.context)`")
        }
        if card.findings > 0 { notes.append(CountedNoun.text(card.findings, "finding")) }
        return notes
    }
}
