import OsteolintCore

/// Reports an embed whose URL has no `productId`.
struct ProductIDMissing: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "product-id-missing",
        topic: .parameters,
        summary: "Reports an embed whose URL has no productId.",
        severity: .error,
        rationale: """
            Without a productId Osteocom does not know which course to sell. The status is InvalidInput, and the \
            visitor sees "Content unavailable" in place of the course.
            """,
        remedy: "Add productId with the channel's idChannel from your catalogue.",
        references: [References.embed, References.frequentQuestions]
    )

    static let examples = [
        RuleExample(
            "the id is there",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "no product id", ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.user, mark: "↓")
        ),
        RuleExample(
            "the id is in the path",
            #"<iframe title="Osteocom" ↓src="https://www.osteocom.me/embed/66d579675f2a4b8c9df15e43?"#
                + #"clientId=kT4mRZ81qLwYc0dXaB2e&amp;partnerUserId=u-48213"></iframe>"#
        ),
        RuleExample(
            "under the catalogue's name, which is parameter-misspelled",
            ParameterMarkup.iframe(ParameterMarkup.client, "idChannel=66d579675f2a4b8c9df15e43", ParameterMarkup.user)
        ),
        RuleExample(
            "present but empty, which is product-id-malformed",
            ParameterMarkup.iframe(ParameterMarkup.client, "productId=", ParameterMarkup.user)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard embed.isMissing(.productID, in: site) else { return [] }
        return [
            finding(
                "productId is missing from the embed's URL",
                at: embed.attributePlace,
                embed: embed,
                help: "add `productId=` and the channel's `idChannel` from your catalogue, 24 hexadecimal digits"
            )
        ]
    }
}
