import OsteolintCore

/// Reports a `partnerUserId` that tells who the user is.
struct PartnerUserIDPersonalData: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-personal-data",
        topic: .parameters,
        summary: "Reports a partnerUserId that is an e-mail address or a phone number.",
        severity: .warning,
        rationale: """
            The embed's URL ends up in logs, browser histories and referrers, and Osteocom needs no more than an id \
            that is always the same. An address or a number also changes one day, and then all purchases are lost.
            """,
        remedy: "Pass an id that says nothing about the person, such as the user's number in your database.",
        references: [References.frequentQuestions, References.dataMinimisation]
    )

    static let examples = [
        RuleExample(
            "digits alone are an id",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=393331234567")
        ),
        RuleExample(
            "an e-mail address",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓anna.rossi%40example.it")
        ),
        RuleExample(
            "a phone number",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓+393331234567")
        ),
        RuleExample(
            "an account of another system, which is no address",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=48213@clinic-7")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let user = embed.judgedUser, let data = PersonalData(rawValue: user.field.rawValue) else { return [] }
        let what =
            switch data {
            case .emailAddress: "an e-mail address"
            case .phoneNumber: "a phone number"
            }
        return [
            finding(
                "partnerUserId is \(what), which tells who the user is",
                at: place(of: user, in: embed),
                embed: embed,
                help: "pass an id that says nothing about the person, such as the user's number in your database"
            )
        ]
    }

    /// The value with the `+` of a phone number, which elsewhere counts as a space around the value.
    private func place(of user: EmbedParameter, in embed: Embed) -> Place {
        let input = embed.url.input
        let start = user.valueIndices.lowerBound
        guard start > user.field.valueIndices.lowerBound, input.bytes[start - 1] == UInt8(ascii: "+") else {
            return embed.place(of: user)
        }
        return embed.place(of: input.range((start - 1)..<user.valueIndices.upperBound))
    }
}
