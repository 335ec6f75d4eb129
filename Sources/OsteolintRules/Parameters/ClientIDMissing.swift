import OsteolintCore

/// Reports an embed whose URL has no `clientId`.
struct ClientIDMissing: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "client-id-missing",
        topic: .parameters,
        summary: "Reports an embed whose URL has no clientId.",
        severity: .error,
        rationale: """
            Without a clientId Osteocom does not know whose card it is. The status is InvalidInput, and the visitor \
            sees "Content unavailable" in place of the course.
            """,
        remedy: "Add clientId with the id that Osteocom gave you.",
        references: [References.embed]
    )

    static let examples = [
        RuleExample(
            "the id is there",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "no client id", ParameterMarkup.iframe(ParameterMarkup.product, ParameterMarkup.user, mark: "↓")
        ),
        RuleExample(
            "another parameter with a client's name",
            ParameterMarkup.iframe("client=acme", ParameterMarkup.product, ParameterMarkup.user, mark: "↓")
        ),
        RuleExample(
            "under a wrong name, which is parameter-misspelled",
            ParameterMarkup.iframe("clientid=kT4mRZ81qLwYc0dXaB2e", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "a template brings the parameters",
            #"<iframe title="Osteocom" src="https://www.osteocom.me/embed/course?{{ embed.query }}"></iframe>"#,
            configuration: Configuration(rendering: .template)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard embed.isMissing(.clientID, in: site) else { return [] }
        let id = site.configuration.clientID.map { "add `clientId=\($0)`" }
        return [
            finding(
                "clientId is missing from the embed's URL",
                at: embed.attributePlace,
                embed: embed,
                help: id ?? "add `clientId=` and the id that Osteocom gave you"
            )
        ]
    }
}
