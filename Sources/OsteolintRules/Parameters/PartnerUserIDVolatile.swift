import OsteolintCore

/// Reports a `partnerUserId` that is a point in time, or that a script takes from a clock, at random or from the session.
struct PartnerUserIDVolatile: EmbedRule, ScriptRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-volatile",
        topic: .parameters,
        summary:
            "Reports a partnerUserId that is a point in time, or that a script takes from a clock, at random or from "
            + "the session.",
        severity: .error,
        rationale: """
            A time is another one on every load, so Osteocom sees a new user each time: what was bought yesterday is \
            for sale again today, and the purchase belongs to nobody. Ten digits may be an id of your own that looks \
            like a time in seconds; that is why they are a warning only. In scripts, what fills partnerUserId is \
            followed through the names of the same file to clocks, random numbers and sessions. A value that is kept \
            in localStorage or in a cookie is left alone.
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
        RuleExample(
            "a clock in a script",
            files: ["card.js": "frame.src = '\(SampleScript.urlOfUser)' + ↓Date.now();"]
        ),
        RuleExample(
            "an id at random, behind a name",
            files: [
                "card.js": """
                const visitor = crypto.randomUUID();
                frame.src = `\(SampleScript.urlOfUser)${↓visitor}`;
                """
            ]
        ),
        RuleExample(
            "a session in the properties of a component",
            files: [
                "card.js": """
                const host = 'https://www.osteocom.me';
                jsx(Card, { host, course: id, partnerUserId: ↓session.sessionId });
                """
            ]
        ),
        RuleExample(
            "a clock that fills another parameter",
            files: ["card.js": "frame.src = `\(SampleScript.urlOfUser)${user.id}&t=${Date.now()}`;"]
        ),
        RuleExample(
            "an id at random that is kept",
            files: [
                "card.js": """
                const visitor = localStorage.getItem('visitor') ?? keep('visitor', crypto.randomUUID());
                frame.src = '\(SampleScript.urlOfUser)' + visitor;
                """
            ]
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

    func check(_ script: Script, in site: Site) -> [Finding] {
        script.volatileUses.map { use in
            finding(
                message(for: use),
                at: use.place,
                help: "pass an id that stays the same for the same person, such as the user's number in your database",
                related: use.sourcePlace.map { [$0] } ?? []
            )
        }
    }

    private func message(for use: VolatileUse) -> String {
        let name = Quoted.text(use.name)
        return switch use.source {
        case .clock: "partnerUserId comes from a clock, \(name): another one on every load"
        case .random: "partnerUserId is made at random, by \(name): another one on every load"
        case .session: "partnerUserId comes from the session, \(name): another one in every session"
        }
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
