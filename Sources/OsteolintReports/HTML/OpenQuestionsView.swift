import OsteolintCore

/// What could not be checked, what was not tried, and what else there is to know, as the template `open` shows it.
struct OpenQuestionsView {
    /// Things with one explanation.
    struct Group {
        let name: String
        let text: [InlinePiece]
        let count: String
        let subjects: [String]
        let more: String?
    }

    /// A finding that does not count.
    struct Suppressed {
        let rule: String
        let severity: String
        let message: [InlinePiece]
        let place: PlaceText?
        let reason: String
    }

    /// A declared origin.
    struct Origin {
        let declared: String
        let isValid: Bool
        let problems: [String]
        let suggestion: String?
        let hints: [String]
    }

    private static let groupsShown = 200
    private static let subjectsShown = 50
    private static let suppressedShown = 500
    private static let originsShown = 500

    let failures: [Group]
    let skipped: [Group]
    let remarks: [Group]
    let suppressed: [Suppressed]
    let moreSuppressed: String?
    let origins: [Origin]
    let moreOrigins: String?
    let notEmbedded: [Group]
    let hasFailures: Bool
    let hasSkipped: Bool
    let hasRemarks: Bool
    let hasSuppressed: Bool
    let hasOrigins: Bool

    init(_ report: Report) {
        failures = Self.groups(report.failures.map { ($0.reason.rawValue, $0.message, $0.subject) })
        skipped = Self.groups(report.skipped.map { ($0.reason.rawValue, $0.reason.explanation, $0.subject) })
        remarks = Self.groups(report.remarks.map { ("remark", $0.message, $0.subject) })
        suppressed = report.findings.lazy.filter(\.isSuppressed).prefix(Self.suppressedShown).map(Suppressed.init)
        moreSuppressed = Self.rest(of: report.summary.suppressed, shown: Self.suppressedShown)
        origins = report.origins.prefix(Self.originsShown).map(Origin.init)
        moreOrigins = Self.rest(of: report.origins.count, shown: Self.originsShown)
        notEmbedded = Self.notEmbedded(report.catalogue)
        hasFailures = !failures.isEmpty
        hasSkipped = !skipped.isEmpty
        hasRemarks = !remarks.isEmpty || !notEmbedded.isEmpty
        hasSuppressed = !suppressed.isEmpty
        hasOrigins = !origins.isEmpty
    }

    /// Groups of what has the same explanation, in the order of the first of each.
    private static func groups(_ items: [(name: String, text: String, subject: String)]) -> [Group] {
        var order: [String] = []
        var groups: [String: [(name: String, text: String, subject: String)]] = [:]
        for item in items {
            let key = "\(item.name) \(item.text)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(item)
        }
        return order.prefix(groupsShown).compactMap { groups[$0] }.map { group in
            Group(
                name: group[0].name, text: InlinePiece.pieces(of: group[0].text),
                count: CountedNoun.digits(group.count),
                subjects: group.prefix(subjectsShown).map { ShownID.text($0.subject) },
                more: rest(of: group.count, shown: subjectsShown))
        }
    }

    private static func notEmbedded(_ catalogue: ReportedCatalogue?) -> [Group] {
        guard let catalogue, !catalogue.notEmbedded.isEmpty else { return [] }
        let all = CountedNoun.text(catalogue.channels, "channel")
        let text = "no page embeds these of the \(all) in the catalogue of client `\(catalogue.clientID)`"
        let channels = catalogue.notEmbedded
        return [
            Group(
                name: "not embedded", text: InlinePiece.pieces(of: text), count: CountedNoun.digits(channels.count),
                subjects: channels.prefix(subjectsShown).map {
                    VisibleText.visible($0.title.isEmpty ? $0.id : "\($0.id)  \($0.title)")
                },
                more: rest(of: channels.count, shown: subjectsShown))
        ]
    }

    private static func rest(of count: Int, shown: Int) -> String? {
        count > shown ? "and \(CountedNoun.digits(count - shown)) more, which the JSON format lists" : nil
    }
}

extension OpenQuestionsView.Suppressed {
    fileprivate init(_ finding: Finding) {
        rule = VisibleText.visible(finding.rule)
        severity = finding.severity.rawValue
        message = InlinePiece.pieces(of: finding.message)
        place = finding.place.map(PlaceText.init)
        reason =
            switch finding.suppression {
            case .comment(let reason?): "a comment in the page: \(VisibleText.visible(reason))"
            case .comment(nil): "a comment in the page, without a reason"
            case .baseline: "listed in the baseline"
            case nil: ""
            }
    }
}

extension OpenQuestionsView.Origin {
    fileprivate init(_ origin: OriginJudgement) {
        declared = origin.declared.isEmpty ? "(empty)" : ShownID.text(origin.declared)
        isValid = origin.isValid
        problems = origin.problems.map(\.rawValue)
        suggestion = origin.suggestion == origin.declared ? nil : origin.suggestion.map(ShownID.text)
        hints = origin.hints.map { VisibleText.visible($0.message) }
    }
}
