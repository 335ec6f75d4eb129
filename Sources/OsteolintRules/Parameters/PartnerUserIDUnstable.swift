import OsteolintCore

/// Reports a `partnerUserId` that is another one in the next render for the same user, or the same for another user.
struct PartnerUserIDUnstable: ComparisonRule {
    static let descriptor = RuleDescriptor(
        id: "partner-user-id-unstable",
        topic: .parameters,
        summary: "Reports a partnerUserId that changes from one render to the next, or is the same for two users.",
        severity: .error,
        rationale: """
            Osteocom knows a buyer by the partnerUserId alone. With another id on every load it sees a new user each \
            time: what was bought yesterday is for sale again today, and the purchase belongs to nobody. With the same \
            id for two users, what one of them bought is "Already purchased" for the other. One page cannot show it, \
            so `osteolint compare` holds two renders of it against each other.
            """,
        remedy: "Pass an id that stays the same for the same person, such as the user's number in your database.",
        references: [References.frequentQuestions]
    )

    private static func page(_ user: String) -> String {
        ParameterMarkup.iframe(ParameterMarkup.client, ParameterMarkup.product, user)
    }

    static let examples = [
        RuleExample(
            "the same id for the same user", before: page("partnerUserId=u-48213"), after: page("partnerUserId=u-48213")
        ),
        RuleExample(
            "a random UUID, another one in the second render",
            before: page("partnerUserId=9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11"),
            after: page("partnerUserId=↓0b7e4c2a-77d4-4b0e-9a53-1f6f0de8c3aa")),
        RuleExample(
            "a counter behind what stays",
            before: page("partnerUserId=visitor-1041"), after: page("partnerUserId=↓visitor-1042")),
        RuleExample(
            "a UUID that stays", before: page("partnerUserId=9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11"),
            after: page("partnerUserId=9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11")),
        RuleExample(
            "the same id written with an escape", before: page("partnerUserId=u-48213"),
            after: page("partnerUserId=u%2D48213")),
        RuleExample(
            "another id for another user", before: page("partnerUserId=u-48213"), after: page("partnerUserId=u-50977"),
            areOfDifferentUsers: true),
        RuleExample(
            "the same id for another user", before: page("partnerUserId=u-48213"),
            after: page("partnerUserId=↓u-48213"), areOfDifferentUsers: true),
    ]

    func check(_ comparison: RenderComparison, in site: Site) -> [Finding] {
        comparison.areOfDifferentUsers ? shared(comparison.pairs) : changed(comparison.pairs)
    }

    /// One finding for each kind of change, however many embeds it is in.
    private func changed(_ pairs: [EmbedPair]) -> [Finding] {
        var changes: [IDChange] = []
        var places: [IDChange: [EmbedPair]] = [:]
        for pair in pairs where pair.before.user.value != pair.after.user.value {
            let change = IDChange(from: pair.before.user.value, to: pair.after.user.value)
            if places[change] == nil { changes.append(change) }
            places[change, default: []].append(pair)
        }
        return changes.flatMap { change in
            finding(message(for: change), on: places[change] ?? [], help: help(for: change))
        }
    }

    private func shared(_ pairs: [EmbedPair]) -> [Finding] {
        finding(
            "two users get the same partnerUserId: what one of them buys, the other owns",
            on: pairs.filter { $0.before.user.value == $0.after.user.value },
            help:
                "fill in the id of the user whom the page is served to, and let no cache hand one user's page to others"
        )
    }

    /// At the first embed, with its counterpart and then the other embeds as related places.
    private func finding(_ message: String, on pairs: [EmbedPair], help: String) -> [Finding] {
        guard let first = pairs.first else { return [] }
        return [
            finding(
                message, at: first.after.place, embed: first.after.embed, help: help,
                related: [first.before.place] + pairs.dropFirst().map(\.after.place))
        ]
    }

    private func message(for change: IDChange) -> String {
        let verb = change.isWhole ? "is" : "holds"
        let what =
            switch change.kind {
            case .uuid(version: 4): "a random UUID (version 4)"
            case .uuid(let version) where [1, 6, 7].contains(version): "a UUID made of the time (version \(version))"
            case .uuid(let version): "a UUID (version \(version))"
            case .time(let form): "a time stamp \(form)"
            case .counter: "a counter"
            case .session(let form): "the id of a session (\(form))"
            case .opaque: "a random or opaque value"
            case .other: ""
            }
        guard !what.isEmpty else { return "partnerUserId is another one in each render of the page" }
        return "partnerUserId \(verb) \(what): another one in each render of the page"
    }

    private func help(for change: IDChange) -> String {
        let help = "pass an id that stays the same for the same person, such as the user's number in your database"
        switch change.kind {
        case .other, .counter: return help + "; if the renders are those of two users, give --different-users"
        default: return help
        }
    }
}
