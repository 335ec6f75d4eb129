import OsteolintCore

/// The embeds of a report with what is known of each.
struct EmbedCards {
    /// One embed, or one URL that was asked about.
    struct Card {
        let state: EmbedState
        let embed: ReportedEmbed?
        let url: String
        /// The statuses answered; several where a masked URL stands for several users.
        let statuses: [ReportedStatus]
        /// The framing verdicts, one for each chain of ancestors.
        let framing: [ReportedFraming]
        let skip: Skip?
        /// How many findings are about it.
        let findings: Int
    }

    /// A question for product-status: users with ids of the same length look the same in a report.
    private struct Question: Hashable {
        let environment: String?
        let client: String?
        let product: String?
        let user: String?

        init(_ embed: ReportedEmbed) {
            environment = embed.environment
            client = embed.clientID
            product = embed.productID
            user = embed.partnerUserID
        }
    }

    /// The cards, in the order of the report.
    let cards: [Card]

    init(_ report: Report) {
        let statuses = Self.statuses(report)
        let framing = Dictionary(grouping: report.framing) { FramingMatrix.page($0.url) }
        let skips = Dictionary(report.skipped.map { (FramingMatrix.page($0.subject), $0) }) { first, _ in first }
        var findings: [Int: Int] = [:]
        for finding in report.findings where !finding.isSuppressed {
            if let embed = finding.embed { findings[embed, default: 0] += 1 }
        }
        guard !report.embeds.isEmpty else {
            cards = report.statuses.map { status in
                Card(
                    state: Self.state([status], [], isAsked: true), embed: nil, url: status.url, statuses: [status],
                    framing: [], skip: nil, findings: 0)
            }
            return
        }
        cards = report.embeds.enumerated().map { index, embed in
            let url = FramingMatrix.page(embed.url)
            let isLoaded = embed.state != "inert"
            let answers = isLoaded ? statuses[Question(embed)] ?? [] : []
            let verdicts = isLoaded ? framing[url] ?? [] : []
            return Card(
                state: isLoaded ? Self.state(answers, verdicts, isAsked: !answers.isEmpty) : .unloaded, embed: embed,
                url: embed.url, statuses: answers, framing: verdicts, skip: isLoaded ? skips[url] : nil,
                findings: findings[index] ?? 0)
        }
    }

    /// The answers by question; a question is known by the first embed that it was asked for.
    private static func statuses(_ report: Report) -> [Question: [ReportedStatus]] {
        guard !report.statuses.isEmpty else { return [:] }
        var questions: [Substring: Question] = [:]
        for embed in report.embeds { questions[FramingMatrix.page(embed.url)] = Question(embed) }
        var statuses: [Question: [ReportedStatus]] = [:]
        for status in report.statuses {
            guard let question = questions[FramingMatrix.page(status.url)] else { continue }
            statuses[question, default: []].append(status)
        }
        return statuses
    }

    private static func state(
        _ statuses: [ReportedStatus], _ framing: [ReportedFraming], isAsked: Bool
    ) -> EmbedState {
        if !framing.isEmpty, framing.allSatisfy({ $0.verdict == "blocked" }) { return .blocked }
        guard isAsked else { return .unasked }
        let states = statuses.map { status -> EmbedState in
            switch status.card {
            case .available: .available
            case .purchased: .purchased
            case .unavailable: .unavailable
            case nil: .unknown
            }
        }
        return EmbedState.allCases.first(where: states.contains) ?? .unknown
    }
}
