import OsteolintCore

/// Reports an embed whose URL has no `partnerUserId`.
struct PartnerUserIDMissing: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-missing",
        topic: .parameters,
        summary: "Reports an embed whose URL has no partnerUserId.",
        severity: .error,
        rationale: """
            The partnerUserId tells Osteocom which of your users looks at the card. Without it the status is \
            InvalidInput and the card unavailable, and a purchase could not be matched with the user who made it.
            """,
        remedy: "Add partnerUserId with your stable id of the signed-in user, filled in by your server.",
        references: [References.embed, References.frequentQuestions]
    )

    static let examples = [
        RuleExample(
            "the id is there",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample("no user id", ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, mark: "↓")),
        RuleExample(
            "an e-mail address under a name of its own",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, "email=anna.rossi%40example.it", mark: "↓")
        ),
        RuleExample(
            "behind `#`, which is parameter-encoding",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product + "#" + ParameterMarkup.user)
        ),
        RuleExample(
            "under the API's name, which is parameter-misspelled",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "userId=u-48213")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard embed.isMissing(.partnerUserID, in: site) else { return [] }
        return [
            finding(
                "partnerUserId is missing from the embed's URL",
                at: embed.attributePlace,
                embed: embed,
                help: "add `partnerUserId=` and your stable id of the signed-in user"
            )
        ]
    }
}
