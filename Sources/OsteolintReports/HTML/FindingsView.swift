import OsteolintCore

/// The head of the findings and their filters as the template `findings` shows them.
struct FindingsView {
    /// A severity that can be filtered for.
    struct SeverityBox {
        let severity: String
        let label: String
    }

    /// A rule that can be filtered for.
    struct RuleOption {
        let anchor: String
        let rule: String
        let count: String
    }

    let count: String
    let isEmpty: Bool
    let severities: [SeverityBox]
    let rules: [RuleOption]
    /// What scripts show besides; nil where everything stands in the markup.
    let rest: String?

    init(_ report: Report, _ sections: [RuleSection], shown: Int) {
        let summary = report.summary
        let faults = sections.reduce(0) { $0 + $1.groups.count }
        isEmpty = sections.isEmpty
        count = "\(CountedNoun.text(faults, "fault")) found in \(CountedNoun.text(summary.files, "page"))"
        severities = [
            (Severity.error, "Errors", summary.errors), (.warning, "Warnings", summary.warnings),
            (.note, "Notes", summary.notes),
        ].map { SeverityBox(severity: $0.0.rawValue, label: "\($0.1) (\(CountedNoun.digits($0.2)))") }
        rules = sections.map { section in
            RuleOption(
                anchor: section.anchor, rule: VisibleText.visible(section.rule),
                count: CountedNoun.digits(section.findings))
        }
        rest =
            shown < faults
            ? "Without scripts, \(CountedNoun.digits(shown)) of the \(CountedNoun.digits(faults)) faults stand here, "
                + "some of each rule. A browser that runs scripts shows all of them, and the JSON format lists them."
            : nil
    }
}
