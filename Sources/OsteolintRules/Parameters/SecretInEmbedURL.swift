import OsteolintCore

/// Reports a secret in an embed's URL.
struct SecretInEmbedURL: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "secret-in-embed-url",
        topic: .parameters,
        summary: "Reports a secret or a token in an embed's URL.",
        severity: .error,
        rationale: """
            Whoever looks at the page's source has the secret, and with it your catalogue, your customers' \
            authorisations and the right to revoke them. The embedded card needs no secret: clientId, productId and \
            partnerUserId are all it reads.
            """,
        remedy: "Remove it from the page, and ask Osteocom for a new one: it has to count as known to others.",
        references: [References.apiReference, References.queryCredentials]
    )

    static let examples = [
        RuleExample(
            "no secret",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "the client's secret",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user,
                "↓clientSecret=9fQ2vLx7RmT0aKc3")
        ),
        RuleExample(
            "a JSON Web Token under another name",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user,
                "↓session=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0ODIxMyJ9.c2lnbmF0dXJlLW9mLW5vdGhpbmc")
        ),
        RuleExample(
            "a secret behind a `;`, which separates nothing",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product,
                ParameterMarkup.user + ";↓clientSecret=9fQ2vLx7RmT0aKc3")
        ),
        RuleExample(
            "a name that stands for the secret",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user,
                "clientSecret=YOUR_CLIENT_SECRET")
        ),
        RuleExample(
            "a token that is none",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user, "token=spring-campaign")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        embed.url.fields.filter { isSecret($0, in: site.configuration.rendering) }.map { field in
            finding(
                "\(subject(of: field)), and everybody who opens the page can read it here",
                at: embed.place(of: field.range),
                embed: embed,
                help: "remove it; the card reads clientId, productId and partnerUserId only. "
                    + "Then ask Osteocom for a new one, since this one is known"
            )
        }
    }

    private func subject(of field: EmbedField) -> String {
        if JSONWebToken.isPart(of: field.name) { return "a token stands in the query" }
        return Quoted.text(field.name) + (JSONWebToken.isPart(of: field.value) ? " holds a token" : " is a secret")
    }

    /// Whether a secret stands there, or will once the template is filled in.
    private func isSecret(_ field: EmbedField, in rendering: Rendering) -> Bool {
        if field.isSecret { return true }
        return SecretParameter.isNameOfSecret(field.name)
            && field.placeholder?.isExpected(in: rendering) == true
    }
}
