import OsteolintCore

/// Reports a parameter under a name that the card does not read.
struct ParameterMisspelled: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "parameter-misspelled",
        topic: .parameters,
        summary: "Reports a parameter under a name that the card does not read, where the right one is absent.",
        severity: .error,
        rationale: """
            The card reads clientId, productId and partnerUserId, letter by letter. Under any other name a parameter \
            is as good as missing: the status is InvalidInput, and the visitor sees "Content unavailable" in place of \
            the course.
            """,
        remedy: "Write the names as they are: clientId, productId, partnerUserId.",
        references: [References.embed, References.formURLEncoded, References.characterReferences]
    )

    static let examples = [
        RuleExample(
            "the names as they are",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "other case",
            ParameterMarkup.iframe("↓clientid=kT4mRZ81qLwYc0dXaB2e", ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "an ampersand that was escaped twice",
            ParameterMarkup.iframe(
                ParameterMarkup.client + "&amp;↓amp;" + ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "the API's name",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "↓userId=u-48213")
        ),
        RuleExample(
            "indentation inside the attribute",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "\n      ↓" + ParameterMarkup.user)
        ),
        RuleExample(
            "another parameter besides the right one",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user, "userId=7")
        ),
        RuleExample(
            "a line end inside the attribute, which browsers drop",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, "\n" + ParameterMarkup.user)
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        ParameterName.allCases.compactMap { name in
            guard let parameter = embed.judgedParameter(name), parameter.isMisspelled else { return nil }
            return finding(
                message(for: parameter),
                at: place(of: parameter, in: embed),
                embed: embed,
                help: help(for: parameter),
                fix: ParameterRenaming(parameter, of: embed, in: site.configuration.rendering).fix
            )
        }
    }

    private func message(for parameter: EmbedParameter) -> String {
        let found = parameter.field.name
        let name = parameter.name.rawValue
        if ParameterSpelling.hasAmpersandRemains(found) {
            return "the `&` before \(name) was escaped twice, so the card sees a parameter named \(Quoted.text(found))"
        }
        if found.first == " ", found.contains(name) {
            return "the spaces before \(name) are a part of its name: indentation inside the attribute is not ignored"
        }
        if found.last == " ", found.contains(name) {
            return "the spaces behind \(name) are a part of its name, so the card does not read it"
        }
        return "\(Quoted.text(found)) is not read by the card; the parameter's name is `\(name)`"
    }

    private func help(for parameter: EmbedParameter) -> String {
        let name = parameter.name.rawValue
        guard ParameterSpelling.hasAmpersandRemains(parameter.field.name) else { return "write `\(name)=`" }
        return "write a single `&amp;` or a plain `&` before `\(name)=`"
    }

    /// The name without the spaces around it.
    private func place(of parameter: EmbedParameter, in embed: Embed) -> Place {
        let input = embed.url.input
        let name = parameter.field.nameIndices
        let isSpace = { (index: Int) in input.bytes[index] == UInt8(ascii: " ") }
        guard let start = name.first(where: { !isSpace($0) }), let last = name.last(where: { !isSpace($0) }) else {
            return embed.place(of: parameter.field.nameRange)
        }
        return embed.place(of: input.range(start..<(last + 1)))
    }
}
