import OsteolintCore

/// Reports a comment that is to silence a rule, and silences nothing.
struct SuppressionUnused: SuppressionRule {
    static let descriptor = RuleDescriptor(
        id: "suppression-unused",
        topic: .page,
        summary: "Reports an osteolint comment that silences nothing.",
        severity: .note,
        rationale: """
            A finding that is meant to be can be silenced in the page: by osteolint-disable-next-line for what begins \
            in the line below the comment, or from osteolint-disable to osteolint-enable or the end of the page. A \
            comment that silences nothing, since the fault is gone, a name is misspelled or the markup has moved, \
            tells the reader something that is not so, and may one day hide a new fault. Rules that are switched \
            off, or that need answers which this run did not ask for, are given the benefit of the doubt.

            This rule obeys no comment; a baseline and `rules` in .osteolint.yml do apply to it.
            """,
        remedy: """
            Delete the comment, or take the name out of it; where the finding is still there, write the rule's id as \
            reports show it, in a comment of its own on the line before the tag. What stands behind two dashes is the \
            reason, and is shown in reports.
            """,
        references: [References.parsing + "#comment-start-state"]
    )

    static let examples = [
        RuleExample(
            "the next line has what the comment names",
            "<!-- osteolint-disable-next-line iframe-title-missing -- the heading names it -->\n" + untitled
        ),
        RuleExample(
            "from here to there",
            "<!-- osteolint-disable iframe-title-missing -->\n\(untitled)\n<!-- osteolint-enable iframe-title-missing -->"
        ),
        RuleExample(
            "the fault was mended, the comment stayed",
            "↓<!-- osteolint-disable-next-line iframe-title-missing -->\n" + SampleEmbed.iframe
        ),
        RuleExample(
            "a line between the comment and the tag",
            "↓<!-- osteolint-disable-next-line iframe-title-missing -->\n\n" + untitled
        ),
        RuleExample("a misspelled name", "↓<!-- osteolint-disable iframe-title-mising -->\n" + SampleEmbed.iframe),
        RuleExample("no name at all", "↓<!-- osteolint-disable-next-line -- known -->\n" + untitled),
        RuleExample("nothing that osteolint knows", "↓<!-- osteolint-disable-line iframe-title-missing -->" + untitled),
        RuleExample("nothing was disabled", "↓<!-- osteolint-enable embed-hidden -->\n" + SampleEmbed.iframe),
        RuleExample(
            "a rule that only a live audit can judge",
            "<!-- osteolint-disable-next-line status-product-not-found -->\n" + SampleEmbed.iframe
        ),
        RuleExample(
            "a comment in a script is the script's",
            "<script>/* <!-- osteolint-disable embed-hidden --> */</script>" + SampleEmbed.iframe
        ),
    ]

    private static let untitled = #"<iframe src="\#(SampleEmbed.url)"></iframe>"#
    /// How many names are listed in one message.
    private static let namesListed = 3

    func check(_ outcomes: [SuppressionOutcome], in site: Site) -> [Finding] {
        let ids = Set(RuleRegistry.all.map { $0.descriptor.id })
        return outcomes.flatMap { outcome in faults(of: outcome, ids) }
    }

    private func faults(of outcome: SuppressionOutcome, _ ids: Set<String>) -> [Finding] {
        let place = outcome.comment.place
        switch outcome.comment.directive {
        case .unknown(let word):
            return [
                finding(
                    "\(Quoted.text("osteolint-\(word)")) is nothing that osteolint knows, so it changes nothing",
                    at: place, help: "write osteolint-disable-next-line, osteolint-disable or osteolint-enable")
            ]
        case .disable, .disableNextLine:
            guard !outcome.comment.rules.isEmpty else { return [nameless(outcome.comment)] }
        case .enable:
            guard !outcome.enablesNothing else {
                return [
                    finding("nothing is disabled here, so there is nothing to enable", at: place, help: "delete it")
                ]
            }
        }
        let unknown = outcome.comment.rules.filter { !ids.contains($0) }
        let idle = outcome.idle.filter { ids.contains($0) && $0 != Self.descriptor.id }
        var findings: [Finding] = []
        if !unknown.isEmpty { findings.append(misnamed(unknown, ids, at: place)) }
        if !idle.isEmpty { findings.append(unused(idle, outcome.comment)) }
        if outcome.comment.rules.contains(Self.descriptor.id) { findings.append(disobedient(at: place)) }
        return findings
    }

    private func nameless(_ comment: SuppressionComment) -> Finding {
        let word = comment.directive == .disable ? "osteolint-disable" : "osteolint-disable-next-line"
        return finding(
            "this comment names no rule, so it silences nothing", at: comment.place,
            help: "write the rules' ids behind \(word), as in <!-- \(word) iframe-title-missing -- reason -->")
    }

    private func misnamed(_ names: [String], _ ids: Set<String>, at place: Place) -> Finding {
        let nearest = names.count == 1 ? nearest(to: names[0], in: ids) : nil
        return finding(
            "there is no rule \(Self.list(names)), so that silences nothing", at: place,
            help: (nearest.map { "did you mean `\($0)`? " } ?? "") + "`osteolint rules` lists all ids")
    }

    private func unused(_ names: [String], _ comment: SuppressionComment) -> Finding {
        let list = Self.list(names)
        let message =
            switch comment.directive {
            case .enable: "\(list) was not disabled here, so there is nothing to enable"
            case .disableNextLine: "no finding of \(list) stands in the next line, so there is nothing to silence"
            default: "no finding of \(list) stands in what this comment is for, so there is nothing to silence"
            }
        let isAll = names.count == comment.rules.count
        return finding(message, at: comment.place, help: isAll ? "delete the comment" : "take the name out of it")
    }

    private func disobedient(at place: Place) -> Finding {
        finding(
            "`\(Self.descriptor.id)` obeys no comment", at: place,
            help: "delete the comments that silence nothing, or write `\(Self.descriptor.id): off` below `rules` in "
                + ".osteolint.yml")
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(namesListed).map { Quoted.text($0) }
        let rest = names.count - shown.count
        return Quoted.list(shown + (rest > 0 ? ["\(rest) more"] : []))
    }

    private func nearest(to name: String, in ids: Set<String>) -> String? {
        let rated = ids.sorted().map { (id: $0, distance: EditDistance.between($0, name.lowercased())) }
        let limit = max(2, name.count / 4)
        return rated.min { $0.distance < $1.distance }.flatMap { $0.distance <= limit ? $0.id : nil }
    }
}
