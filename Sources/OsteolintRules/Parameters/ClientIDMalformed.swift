import OsteolintCore

/// Reports a `clientId` that cannot be one.
struct ClientIDMalformed: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "client-id-malformed",
        topic: .parameters,
        summary:
            "Reports a clientId that cannot be one: empty, a placeholder, or not 8 to 64 letters, digits, _ and -.",
        severity: .error,
        rationale: """
            Osteocom knows no client under such an id. The status is InvalidInput or InvalidClient, and the visitor \
            sees "Content unavailable" in place of the course.
            """,
        remedy: "Write the id exactly as Osteocom gave it to you.",
        references: [References.embed, References.apiReference]
    )

    static let examples = [
        RuleExample(
            "letters, digits, _ and -",
            ParameterMarkup.iframe("clientId=clinic-4711_b", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "a name that stands for the id",
            ParameterMarkup.iframe("clientId=↓YOUR_CLIENT_ID", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "the documentation's sample",
            ParameterMarkup.iframe("clientId=↓psiGBHLDxxxxxxdIyDw", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "too short", ParameterMarkup.iframe("clientId=↓abc123", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "present but empty", ParameterMarkup.iframe("↓clientId=", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "words of a name in an id of its own",
            ParameterMarkup.iframe("clientId=partner-id-20731", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "a template before it is filled in",
            ParameterMarkup.iframe("clientId={{ client }}", ParameterMarkup.product, ParameterMarkup.user),
            configuration: Configuration(rendering: .template)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let parameter = embed.judgedParameter(.clientID),
            let fault = ClientID.fault(of: parameter, in: site.configuration.rendering)
        else { return [] }
        let id = site.configuration.clientID.map { "write `clientId=\($0)`" }
        return [
            finding(
                fault,
                at: embed.place(of: parameter),
                embed: embed,
                help: id ?? "write the id that Osteocom gave you: 8 to 64 letters, digits, `_` and `-`",
                // Another wrong id is another fault.
                fault: "\(fault) \(parameter.value)"
            )
        ]
    }
}
