import OsteolintCore

/// Reports a product that the partner's catalogue agreement does not cover.
struct StatusProductNotInCatalog: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-product-not-in-catalog",
        topic: .status,
        summary: "Osteocom has the product, but not in the catalogue that it agreed on with the client.",
        severity: .error,
        rationale: """
            Each partner sells the channels of a catalogue that was agreed on with Osteocom. The card of any other \
            channel shows "Content unavailable". The documents do not say more, since Osteocom does not disclose what \
            the catalogues of others hold.

            Where your catalogue is known and has no such channel, product-not-in-catalogue says so instead.
            """,
        remedy: """
            Embed a channel of your catalogue, or have this one added: ask your Osteocom contact for it, with the \
            productId, the clientId, the host that was asked and the address of the page. They need no partnerUserId.
            """,
        references: [References.statusCodes, References.catalogAccess]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
    private static let marked = ParameterMarkup.iframe(
        ParameterMarkup.client, "productId=↓66d579675f2a4b8c9df15e43", ParameterMarkup.user)
    private static let markedOther = ParameterMarkup.iframe(
        ParameterMarkup.client, "productId=↓58c9e4a27f16b30d9a5e4c82", ParameterMarkup.user)

    static let examples = [
        RuleExample("the product is on sale", status: "Ok", pages: page),
        RuleExample("bought before, which is fine", status: "AlreadyOwned", pages: page),
        RuleExample("a product that was not agreed on", status: "ProductNotInCatalog", pages: marked),
        RuleExample("two of them on one page", status: "ProductNotInCatalog", pages: marked + "\n" + markedOther),
        RuleExample(
            "the catalogue does not have it, which is product-not-in-catalogue", status: "ProductNotInCatalog",
            catalogue: SampleCatalogue.withoutProduct, pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        let lookup = CatalogueLookup(audit, in: site)
        return audit.statuses.filter { $0.code == .productNotInCatalog && !lookup.reports($0.target) }.map { status in
            let question = status.target.question
            return finding(
                "\(question.product) is not in the catalogue that Osteocom agreed on with \(question.client) "
                    + "(ProductNotInCatalog at \(question.host)): \(StatusQuestion.unavailable)",
                about: status.target, at: .productID,
                help: "embed a channel of your catalogue, or ask your Osteocom contact to add this one: send them "
                    + question.productDetails)
        }
    }
}
