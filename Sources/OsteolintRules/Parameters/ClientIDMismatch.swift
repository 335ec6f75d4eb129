import OsteolintCore

/// Reports a `clientId` that is not the configured one.
struct ClientIDMismatch: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "client-id-mismatch",
        topic: .parameters,
        summary: "Reports a clientId that is not the one in the configuration.",
        severity: .error,
        rationale: """
            The card is that of another client, or of none: it is unavailable where your catalogue has the course and \
            the other has not, and purchases are credited to somebody else. It is reported only where the \
            configuration names a clientId.
            """,
        remedy: "Write the clientId of the configuration, or correct the configuration.",
        references: [References.embed]
    )

    private static let configuration = Configuration(clientID: "kT4mRZ81qLwYc0dXaB2e")

    static let examples = [
        RuleExample(
            "the configured id",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user),
            configuration: configuration
        ),
        RuleExample(
            "another id",
            ParameterMarkup.iframe("clientId=↓clinic-4711", ParameterMarkup.product, ParameterMarkup.user),
            configuration: configuration
        ),
        RuleExample(
            "one letter in another case",
            ParameterMarkup.iframe("clientId=↓kT4mRZ81qLwYc0dXab2e", ParameterMarkup.product, ParameterMarkup.user),
            configuration: configuration
        ),
        RuleExample(
            "malformed, which is client-id-malformed",
            ParameterMarkup.iframe("clientId=abc123", ParameterMarkup.product, ParameterMarkup.user),
            configuration: configuration
        ),
        RuleExample(
            "another id, but none is configured",
            ParameterMarkup.iframe("clientId=clinic-4711", ParameterMarkup.product, ParameterMarkup.user)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard let configured = site.configuration.clientID, let parameter = embed.judgedParameter(.clientID),
            parameter.value != configured, parameter.placeholder?.isTemplate != true,
            ClientID.fault(of: parameter, in: site.configuration.rendering) == nil
        else { return [] }
        let isSameLetters = parameter.value.lowercased() == configured.lowercased()
        let difference =
            isSameLetters ? "differs from the configured `\(configured)` in case" : "is not the configured one"
        return [
            finding(
                "clientId \(Quoted.text(parameter.value)) \(difference)",
                at: embed.place(of: parameter),
                embed: embed,
                help: "write `clientId=\(configured)`"
            )
        ]
    }
}
