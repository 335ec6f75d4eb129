import OsteolintCore

/// Something to do because of a report, and where the report says more.
struct NextStep {
    private static let rulesShown = 3

    /// What to do, in a sentence.
    let text: [InlinePiece]
    /// Texts to copy, such as origins, a line each.
    let copies: [String]
    /// The id of the part of the report that says more.
    let anchor: String?
    /// What that part is called.
    let link: String?

    private init(_ text: String, copies: [String] = [], anchor: String? = nil, link: String? = nil) {
        self.text = InlinePiece.pieces(of: text)
        self.copies = copies.map { VisibleText.visible($0) }
        self.anchor = anchor
        self.link = link
    }

    /// What to do because of a report, the most urgent first.
    static func steps(_ report: Report, _ sections: [RuleSection]) -> [NextStep] {
        let steps =
            run(report) + origins(report) + cards(report) + rules(sections, report) + openQuestions(report)
            + audit(report)
        return steps.isEmpty ? [NextStep("There is nothing to do.")] : steps
    }

    /// What makes the run fail where no finding does.
    private static func run(_ report: Report) -> [NextStep] {
        switch RunCause(report) {
        case .staleEntries?:
            [NextStep("Write the baseline again with `--write-baseline`: what it lists has been mended in part.")]
        case .noEmbeds?:
            [NextStep("Check that the folder holds the pages as they are served: no Osteocom embed is in them.")]
        case .errors?, .findings?, nil: []
        }
    }

    private static func origins(_ report: Report) -> [NextStep] {
        var steps: [NextStep] = []
        let wrong = report.origins.filter { !$0.isValid }
        if !wrong.isEmpty {
            let text = "correct \(CountedNoun.text(wrong.count, "declared origin")) that Osteocom could not use."
            let copies = wrong.map { origin in
                origin.declared + (origin.suggestion.map { " → \($0)" } ?? "")
            }
            steps.append(NextStep(text, copies: copies, anchor: "origins", link: "Declared origins"))
        }
        let blocked = BlockedOrigins(report).origins
        if !blocked.isEmpty {
            let noun = blocked.count == 1 ? "this origin" : "these origins"
            let text = "send \(noun) to Osteocom, to be allowed exactly as written: browsers block cards there."
            steps.append(NextStep(text, copies: blocked, anchor: "framing", link: "Framing matrix"))
        }
        return steps
    }

    private static func cards(_ report: Report) -> [NextStep] {
        let unavailable = report.statuses.count { $0.card == .unavailable }
        guard unavailable > 0 else { return [] }
        let cards = CountedNoun.text(unavailable, "card")
        let verb = unavailable == 1 ? "shows" : "show"
        let text = "\(cards) \(verb) \"Content unavailable\": correct the ids, or ask Osteocom about the product."
        return [NextStep(text, anchor: "embeds", link: "Embeds")]
    }

    private static func rules(_ sections: [RuleSection], _ report: Report) -> [NextStep] {
        let worst = sections.first?.worst ?? .note
        guard worst > .note || (!sections.isEmpty && RunCause(report) == .findings) else { return [] }
        let all = sections.reduce(0) { $0 + $1.counts[worst, default: 0] }
        let ranked = sections.filter { $0.worst == worst }.sorted {
            ($1.counts[worst, default: 0], $0.rule) < ($0.counts[worst, default: 0], $1.rule)
        }
        return ranked.prefix(rulesShown).enumerated().map { index, section in
            let count = section.counts[worst, default: 0]
            let share = "\(CountedNoun.digits(count)) of \(CountedNoun.text(all, worst.rawValue))"
            let text = "\(index == 0 ? "mend these findings first" : "then these"), \(share)."
            let remedy = section.descriptor.map { " " + $0.remedy.prefix { $0 != "\n" } } ?? ""
            return NextStep(text + remedy, anchor: section.anchor, link: VisibleText.visible(section.rule))
        }
    }

    private static func openQuestions(_ report: Report) -> [NextStep] {
        guard !report.failures.isEmpty else { return [] }
        var counts: [(reason: String, count: Int)] = []
        for failure in report.failures {
            if let index = counts.firstIndex(where: { $0.reason == failure.reason.rawValue }) {
                counts[index].count += 1
            } else {
                counts.append((failure.reason.rawValue, 1))
            }
        }
        let reasons = counts.map { "`\($0.reason)` \($0.count)×" }.joined(separator: ", ")
        let verb = report.failures.count == 1 ? "is" : "are"
        let text = "\(CountedNoun.text(report.failures.count, "question")) \(verb) open: \(reasons)."
        return [NextStep(text, anchor: "open", link: "Not checked")]
    }

    private static func audit(_ report: Report) -> [NextStep] {
        guard report.command == "check", report.summary.embeds > 0 else { return [] }
        let before = report.summary.errors > 0 ? "Once the errors are mended, run" : "Run"
        return [NextStep("\(before) `osteolint audit` to ask Osteocom whether browsers show the cards, and what.")]
    }
}
