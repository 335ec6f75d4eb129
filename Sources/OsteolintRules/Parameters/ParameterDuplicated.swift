import OsteolintCore

/// Reports a parameter that stands more than once.
struct ParameterDuplicated: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "parameter-duplicated",
        topic: .parameters,
        summary: "Reports a parameter of Osteocom's that stands more than once in the query.",
        severity: .error,
        rationale: """
            Only one of the values counts, and nothing says which: browsers take the first, many servers the last. The \
            card may be another course's or another user's. With the same value twice nothing is wrong yet, which is a \
            warning.
            """,
        remedy: "Keep the value that is meant and remove the others.",
        references: [References.embed, References.formURLEncoded]
    )

    static let examples = [
        RuleExample(
            "each parameter once",
            ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "two values",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user, "↓partnerUserId=u-48214")
        ),
        RuleExample(
            "the same value twice: a warning",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.client.replacing("clientId", with: "↓clientId"),
                ParameterMarkup.product, ParameterMarkup.user)
        ),
        RuleExample(
            "another parameter twice",
            ParameterMarkup.iframe(
                ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user, "tag=a", "tag=b")
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        ParameterName.allCases.compactMap { name in
            let occurrences = embed.url.occurrences(of: name)
            guard let first = occurrences.first, occurrences.count > 1 else { return nil }
            let differing = occurrences.first { $0.value != first.value }
            let values = differing == nil ? "the same value" : "different values, of which only one counts"
            let count = occurrences.count == 2 ? "twice" : "\(occurrences.count) times"
            let reported = differing ?? occurrences[1]
            return finding(
                "\(name.rawValue) stands \(count) in the query, with \(values)",
                at: embed.place(of: reported.range),
                embed: embed,
                help: "keep one `\(name.rawValue)=` and remove the other\(occurrences.count == 2 ? "" : "s")",
                severity: differing == nil ? .warning : Self.descriptor.severity,
                related: occurrences.filter { $0 != reported }.map { embed.place(of: $0.range) }
            )
        }
    }
}
