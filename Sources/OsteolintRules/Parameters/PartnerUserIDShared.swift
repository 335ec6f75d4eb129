import OsteolintCore

/// Reports a `partnerUserId` that stands on several pages of a static site.
struct PartnerUserIDShared: SiteRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-shared",
        topic: .parameters,
        summary: "Reports a partnerUserId that stands as the same literal on two or more pages of a static build.",
        severity: .warning,
        rationale: """
            A static page is served to everybody, so whatever id stands in it is everybody's: when one visitor has \
            bought the course, all others see "Already purchased". The same id on several pages gives it away. With \
            `rendering: snapshot` the pages are those of one signed-in user, and the same id is as it should be.
            """,
        remedy: "Let a script or your server fill in the id of the signed-in user, or set `rendering`.",
        references: [References.frequentQuestions]
    )

    private static let page = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, ParameterMarkup.user)
    private static let markedPage = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=↓u-48213")
    private static let otherPage = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=u-48214")
    private static let placeholderPage = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, "partnerUserId={{ user.id }}")

    static let examples = [
        RuleExample("two pages, two users", page, otherPage),
        RuleExample("the same user on two pages", markedPage, page),
        RuleExample("the same user on three pages, once with an escape", markedPage, page, encodedPage),
        RuleExample("the same user twice on one page", page + "\n" + page, otherPage),
        RuleExample("placeholders, which are partner-user-id-placeholder", placeholderPage, placeholderPage),
        RuleExample(
            "pages as one signed-in user got them", page, page,
            configuration: Configuration(rendering: .snapshot)
        ),
    ]

    private static let encodedPage = ParameterMarkup.iframe(
        ParameterMarkup.client, ParameterMarkup.product, "partnerUserId=u%2D48213")

    func check(_ embeds: [Embed], in site: Site) -> [Finding] {
        guard site.configuration.rendering == .static else { return [] }
        var literals: [String] = []
        var uses: [String: [Embed]] = [:]
        for embed in embeds {
            guard let user = embed.judgedUser else { continue }
            if uses[user.value] == nil { literals.append(user.value) }
            uses[user.value, default: []].append(embed)
        }
        return literals.compactMap { literal in uses[literal].flatMap { finding(for: literal, on: $0) } }
    }

    private func finding(for literal: String, on embeds: [Embed]) -> Finding? {
        let pages = Set(embeds.map(\.path)).count
        guard pages > 1, let first = embeds.first, let user = first.judgedUser else { return nil }
        return finding(
            "the same partnerUserId stands on \(pages) pages of a static build, so all their visitors count as one user",
            at: first.place(of: user),
            embed: first,
            help: "fill in the id of the signed-in user when the page is served; "
                + "for pages as one user got them set `rendering: snapshot`",
            related: embeds.dropFirst().compactMap { embed in embed.judgedUser.map { embed.place(of: $0) } },
            // Another page with the same id is no other fault.
            fault: "shared"
        )
    }
}
