import OsteolintCore

/// Reports a product that Osteocom does not have.
struct StatusProductNotFound: StatusRule {
    static let descriptor = RuleDescriptor(
        id: "status-product-not-found",
        topic: .status,
        summary: "Osteocom has no product with the embed's productId.",
        severity: .error,
        rationale: """
            The id has the right form, but no channel of Osteocom's has it: it was mistyped, belongs to the other \
            environment, or the channel was deleted. The card shows "Content unavailable".

            Where your catalogue is known and has no such channel either, product-not-in-catalogue says so instead.
            """,
        remedy: """
            Copy the channel's idChannel from your catalogue of this environment. If it is the same, Osteocom support \
            has to act: send them the productId, the clientId, the host that was asked and the address of the page. \
            They need no partnerUserId.
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
        RuleExample("the product is there", status: "Ok", pages: page),
        RuleExample("no product has this id", status: "ProductNotFound", pages: marked),
        RuleExample("two ids of nothing", status: "ProductNotFound", pages: marked, markedOther),
        RuleExample(
            "the catalogue has it, but Osteocom says otherwise", status: "ProductNotFound",
            catalogue: SampleCatalogue.withProduct, pages: marked),
        RuleExample(
            "the catalogue does not have it either, which is product-not-in-catalogue", status: "ProductNotFound",
            catalogue: SampleCatalogue.withoutProduct, pages: page),
    ]

    func check(_ audit: StatusAudit, in site: Site) -> [Finding] {
        let lookup = CatalogueLookup(audit, in: site)
        return audit.statuses.filter { $0.code == .productNotFound && !lookup.reports($0.target) }.map { status in
            let question = status.target.question
            return finding(
                "Osteocom has no \(question.product) at \(question.host) (ProductNotFound): "
                    + StatusQuestion.unavailable,
                about: status.target, at: .productID,
                help: "copy the channel's `idChannel` from your catalogue of this environment; if it is the same, "
                    + "send Osteocom support \(question.productDetails)")
        }
    }
}
