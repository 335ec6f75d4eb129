import OsteolintCore

/// The first screen as the templates `head` and `summary` show it.
struct SummaryView {
    /// A number with what it counts.
    struct Count {
        let number: String
        let label: String
        /// The severity, or `plain`.
        let tone: String
    }

    /// Something to know about the run.
    struct Fact {
        let name: String
        let values: [String]
    }

    /// A section of the report that the navigation names.
    struct Link {
        let anchor: String
        let name: String
        /// How much there is in it; nil where that is no question.
        let count: String?
    }

    private static let valuesShown = 5

    let title: String
    let version: String
    let policy: String
    let style: String
    let verdict: VerdictView
    let steps: [NextStep]
    let counts: [Count]
    let facts: [Fact]
    let links: [Link]

    init(_ report: Report, _ tool: ToolComponent, _ sections: [RuleSection], _ templates: HTMLTemplates) {
        verdict = VerdictView(report)
        title = "\(verdict.word): \(verdict.sentence) – osteolint"
        version = tool.version
        policy = templates.policy
        style = templates.style
        steps = NextStep.steps(report, sections)
        counts = Self.counts(report.summary)
        facts = Self.facts(report, tool)
        links = Self.links(report)
    }

    private static func counts(_ summary: Report.Summary) -> [Count] {
        func count(_ number: Int, _ label: String, _ tone: String = "plain") -> Count {
            let digits = CountedNoun.digits(number)
            return Count(number: digits, label: number == 1 ? label : label + "s", tone: number == 0 ? "plain" : tone)
        }
        return [
            count(summary.errors, "error", "error"), count(summary.warnings, "warning", "warning"),
            count(summary.notes, "note", "note"), count(summary.failures, "open question", "unsure"),
            count(summary.embeds, "embed"), count(summary.files, "page"),
        ] + (summary.suppressed > 0 ? [Count(number: "\(summary.suppressed)", label: "suppressed", tone: "plain")] : [])
    }

    private static func facts(_ report: Report, _ tool: ToolComponent) -> [Fact] {
        let environments = report.embeds.map { $0.environment ?? "unknown" }
        let clients = report.embeds.map { $0.clientID ?? "" }.filter { !$0.isEmpty }
        return [
            fact("Environment", environments, none: "no embed"), fact("Client id", clients, none: "none in the embeds"),
            Fact(name: "Command", values: ["osteolint \(VisibleText.visible(report.command))"]),
            Fact(name: "Version", values: ["osteolint \(tool.version)"]),
        ]
    }

    /// The distinct values, the most frequent first.
    private static func fact(_ name: String, _ values: [String], none: String) -> Fact {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(valuesShown).map { value, count in
            let text = ShownID.text(value)
            return sorted.count == 1 ? text : "\(text) (\(CountedNoun.text(count, "embed")))"
        }
        let rest = sorted.count - shown.count
        let more = rest > 0 ? ["and \(CountedNoun.digits(rest)) more"] : []
        return Fact(name: name, values: shown.isEmpty ? [none] : shown + more)
    }

    private static func links(_ report: Report) -> [Link] {
        func link(_ anchor: String, _ name: String, _ count: Int, always: Bool = false) -> Link? {
            guard always || count > 0 else { return nil }
            return Link(anchor: anchor, name: name, count: count > 0 ? CountedNoun.digits(count) : nil)
        }
        let counted = report.summary.errors + report.summary.warnings + report.summary.notes
        return [
            link("framing", "Framing matrix", 0, always: true),
            link("embeds", "Embeds", report.summary.embeds, always: true),
            link("findings", "Findings", counted, always: true), link("open", "Not checked", report.failures.count),
            link("skipped", "Not asked", report.skipped.count), link("remarks", "Remarks", report.remarks.count),
            link("suppressed", "Suppressed", report.summary.suppressed),
            link("origins", "Declared origins", report.origins.count),
        ].compactMap(\.self)
    }
}
