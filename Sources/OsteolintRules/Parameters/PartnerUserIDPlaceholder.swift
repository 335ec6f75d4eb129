import OsteolintCore

/// Reports a `partnerUserId` that is nobody's id.
struct PartnerUserIDPlaceholder: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-placeholder",
        topic: .parameters,
        summary: "Reports a partnerUserId that is empty, a template's expression, or a word that stands for a user.",
        severity: .error,
        rationale: """
            What should have been replaced by the user's id was not. All visitors then count as one and the same user: \
            when one of them has bought the course, every other sees "Already purchased", and nobody gets what they \
            paid for. With `rendering: template` expressions are expected, since the pages are checked before they are \
            filled in.
            """,
        remedy: "Fill in your stable id of the signed-in user, and leave the embed out where nobody is signed in.",
        references: [References.embed, References.frequentQuestions]
    )

    static let examples = [
        RuleExample(
            "an id",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "an expression that nothing has filled in",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓{{ user.id }}")
        ),
        RuleExample(
            "what a script writes where there is no value",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓undefined")
        ),
        RuleExample(
            "a name that stands for the id",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓YOUR_USER_ID")
        ),
        RuleExample(
            "present but empty",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "↓partnerUserId=")
        ),
        RuleExample(
            "percent-encoded letters, which are no %NAME%",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=%C3%A9t%C3%A9")
        ),
        RuleExample(
            "a GUID in braces, which is no {name}",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product,
                "partnerUserId={e2b1c6f0-3d0a-4c58-9b7e-5f2a1d8c4b36}")
        ),
        RuleExample(
            "a template before it is filled in",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId={{ user.id }}"),
            configuration: Configuration(rendering: .template)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let parameter = embed.judgedParameter(.partnerUserID), let placeholder = parameter.placeholder,
            !placeholder.isExpected(in: site.configuration.rendering)
        else { return [] }
        return [
            finding(
                PlaceholderWording.message(parameter, placeholder),
                at: embed.place(of: parameter),
                embed: embed,
                help: "fill in your stable id of the signed-in user; leave the embed out where nobody is signed in"
            )
        ]
    }
}
