import ContentSecurityPolicy
import OsteolintCore

/// Reports a product that the partner's own catalogue does not have.
struct ProductNotInCatalogue: StatusRule {
    static let needsCatalogue = true

    static let descriptor = RuleDescriptor(
        id: "product-not-in-catalogue",
        topic: .status,
        summary: "The client's catalogue has no channel with the embed's productId.",
        severity: .error,
        rationale: """
            A productId is a channel's idChannel in the catalogue that was agreed on with Osteocom. For any other, \
            the card shows "Content unavailable". The catalogue is read from Osteocom's API where there are \
            credentials, or from a saved file; what it has need not be asked for one by one.
            """,
        remedy: """
            Copy the channel's idChannel from the catalogue. If you want to sell this course and the catalogue does \
            not have it, ask your Osteocom contact to add it: send them the productId, the clientId and the address \
            of the page, and no partnerUserId. If the catalogue was saved some time ago, save it again.
            """,
        references: [References.catalogAccess, References.statusCodes, References.frequentQuestions]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
    private static let marked = ParameterMarkup.iframe(
        ParameterMarkup.client, "productId=↓66d579675f2a4b8c9df15e43", ParameterMarkup.user)

    static let examples = [
        RuleExample("a channel of the catalogue", catalogue: SampleCatalogue.withProduct, pages: page),
        RuleExample(
            "the same id in capital letters", catalogue: SampleCatalogue.withProduct,
            pages: ParameterMarkup.iframe(
                ParameterMarkup.client, "productId=66D579675F2A4B8C9DF15E43", ParameterMarkup.user)),
        RuleExample(
            "a channel that the catalogue does not have", catalogue: SampleCatalogue.withoutProduct, pages: marked),
        RuleExample(
            "one digit is another, on two pages",
            catalogue: SampleCatalogue.of((id: "66d579675f2a4b8c9df15e48", title: "Pelvic floor course")),
            pages: marked, page),
        RuleExample(
            "a digit is missing, which is product-id-malformed", catalogue: SampleCatalogue.withProduct,
            pages: ParameterMarkup.iframe(
                ParameterMarkup.client, "productId=66d579675f2a4b8c9df15e4", ParameterMarkup.user)),
        RuleExample(
            "the embed of another client, whose catalogue is not known", catalogue: SampleCatalogue.withoutProduct,
            pages: ParameterMarkup.iframe("clientId=clinic-4711", ParameterMarkup.product, ParameterMarkup.user)),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        guard let catalogue = audit.catalogue else { return [] }
        let lookup = CatalogueLookup(audit, in: site)
        var order: [String] = []
        var uses: [String: [(embed: Embed, product: EmbedParameter)]] = [:]
        for embed in audit.embeds {
            guard let product = lookup.missingProduct(of: embed) else { continue }
            let id = product.value.lowercased()
            if uses[id] == nil { order.append(id) }
            uses[id, default: []].append((embed, product))
        }
        let nearest = NearestChannel(catalogue, missing: order.count)
        let sold = Self.soldProducts(audit, client: catalogue.clientID)
        return order.compactMap { id in
            guard let uses = uses[id], let first = uses.first else { return nil }
            let channel = nearest.channel(for: id, title: first.embed.title)
            let places = uses.map { $0.embed.place(of: $0.product) }
            return finding(
                Self.message(first.product.value, catalogue, isSold: sold.contains(id)),
                at: places.first, embed: first.embed, help: Self.help(channel, catalogue),
                related: Array(places.dropFirst()), fault: id)
        }
    }

    private static func message(_ product: String, _ catalogue: Catalogue, isSold: Bool) -> String {
        let name = "catalogue of client \(Quoted.text(catalogue.clientID))"
        let count = catalogue.channels.count
        let whole =
            switch catalogue.source {
            case .api: "the \(name)"
            case .file: "the saved \(name)"
            }
        let extent = count == 0 ? "which is empty" : "which has \(count) \(count == 1 ? "channel" : "channels")"
        let effect =
            isSold
            ? "yet product-status answers Ok, so the catalogue may be out of date" : StatusQuestion.unavailable
        return "product \(Quoted.text(product)) is not in \(whole), \(extent): \(effect)"
    }

    private static func help(_ channel: Catalogue.Channel?, _ catalogue: Catalogue) -> String {
        let meant = channel.map { channel in
            let title = channel.title.isEmpty ? "" : " (“\(ShownText.cut(channel.title, to: longestTitle))”)"
            return "did you mean \(Quoted.text(channel.id))\(title)? otherwise "
        }
        let again = if case .file = catalogue.source { ", or save the catalogue again if it is old" } else { "" }
        return (meant ?? "") + "copy the channel's `idChannel` from the catalogue, or ask your Osteocom contact to add "
            + "this product: send them productId, clientId and the address of the page, without any partnerUserId"
            + again
    }

    private static let longestTitle = 80

    /// The products of a client that product-status calls on sale, in lower case.
    private static func soldProducts(_ audit: StatusAudit, client: String) -> Set<String> {
        let sold = audit.statuses.filter { $0.code == .ok && $0.target.question.clientID == client }
        return Set(sold.compactMap { $0.target.question.productID?.lowercased() })
    }
}
