import OsteolintCore

/// Reports a `partnerUserId` that is a point in time.
struct PartnerUserIDVolatile: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-volatile",
        topic: .parameters,
        summary: "Reports a partnerUserId that is a point in time.",
        severity: .error,
        rationale: """
            A time is another one on every load, so Osteocom sees a new user each time: what was bought yesterday is \
            for sale again today, and the purchase belongs to nobody. Ten digits may be an id of your own that looks \
            like a time in seconds; that is why they are a warning only.
            """,
        remedy: "Pass an id that stays the same for the same person, such as the user's number in your database.",
        references: [References.frequentQuestions]
    )

    static let examples = [
        RuleExample(
            "a number that is no time",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=48213")
        ),
        RuleExample(
            "milliseconds, as Date.now() gives them",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓1714557600123")
        ),
        RuleExample(
            "a date and time of ISO 8601",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓2024-05-01T10%3A15%3A00.000Z")
        ),
        RuleExample(
            "seconds, as PHP's time() gives them: a warning",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓1714557600")
        ),
        RuleExample(
            "thirteen digits that are no time of our days",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=9914557600123")
        ),
        RuleExample(
            "a date, as part of an id",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=2024-05-01-117")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let user = embed.judgedUser, let time = TimeStamp(user.value) else { return [] }
        return [
            finding(
                message(for: time),
                at: embed.place(of: user),
                embed: embed,
                help: "pass an id that stays the same for the same person, such as the user's number in your database",
                severity: severity(of: time)
            )
        ]
    }

    private func message(for time: TimeStamp) -> String {
        switch time {
        case .milliseconds(let year):
            "partnerUserId is a time in milliseconds, of the year \(year): another one on every load"
        case .seconds(let year):
            "partnerUserId looks like a time in seconds, of the year \(year): another one on every load"
        case .dateAndTime: "partnerUserId is a date and time: another one on every load"
        }
    }

    private func severity(of time: TimeStamp) -> Severity {
        if case .seconds = time { .warning } else { Self.descriptor.severity }
    }
}
