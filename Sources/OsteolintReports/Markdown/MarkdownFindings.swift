import OsteolintCore

/// The findings of a summary: rule by rule, the worst first, as many of each as there is room for.
struct MarkdownFindings {
    /// What one fault usually takes, in bytes; from it follows how many of each rule are shown.
    private static let usualSize = 400
    /// How many faults of a rule are not folded away.
    private static let unfolded = 3
    private static let placesShown = 5
    private static let width = 100

    /// The findings of one rule.
    private struct Section {
        let rule: String
        var positions: [Int32] = []
        var worst = Severity.note
        var counts: [Severity: Int] = [:]
    }

    /// The Markdown; empty where there are no findings.
    let text: String

    init(_ report: Report, rules: [RuleDescriptor], room: Int) {
        let groups = FindingGroups(report.findings, where: { !$0.isSuppressed })
        guard !groups.isEmpty else {
            text = ""
            return
        }
        let sections = Self.sections(of: groups, rules: rules)
        var markdown = BoundedMarkdown(room: room)
        Self.addOverview(of: sections, to: &markdown)
        let most = Self.share(of: room / Self.usualSize, among: sections.map(\.positions.count))
        let summaries = Dictionary(rules.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
        let shown = sections.reduce(0) { shown, section in
            shown + Self.add(section, summaries[section.rule], of: groups, upTo: most, to: &markdown)
        }
        Self.addRest(groups.count - shown, to: &markdown)
        text = markdown.text
    }

    private static func sections(of groups: FindingGroups, rules: [RuleDescriptor]) -> [Section] {
        var sections: [String: Section] = [:]
        for position in groups.indices {
            let finding = groups.first(at: position)
            var section = sections.removeValue(forKey: finding.rule) ?? Section(rule: finding.rule)
            section.positions.append(Int32(position))
            section.worst = max(section.worst, finding.severity)
            section.counts[finding.severity, default: 0] += groups.count(at: position)
            sections[finding.rule] = section
        }
        let order = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return sections.values.sorted { left, right in
            guard left.worst == right.worst else { return left.worst > right.worst }
            let (place, other) = (order[left.rule] ?? rules.count, order[right.rule] ?? rules.count)
            return (place, left.rule) < (other, right.rule)
        }
    }

    /// How many of each are shown at the most, so that no more than so many are shown together.
    private static func share(of total: Int, among counts: [Int]) -> Int {
        var rest = total
        for (index, count) in counts.sorted().enumerated() {
            let share = max(rest / (counts.count - index), 1)
            if count > share { return share }
            rest -= count
        }
        return Int.max
    }

    private static func addOverview(of sections: [Section], to markdown: inout BoundedMarkdown) {
        markdown.add("### Findings\n\n| rule | errors | warnings | notes |\n|---|--:|--:|--:|\n")
        markdown.addLines(sections, upTo: sections.count) { section in
            let counts = [Severity.error, .warning, .note].map { String(section.counts[$0] ?? 0) }
            return "| \(MarkdownText.code(section.rule, isInTable: true)) | \(counts.joined(separator: " | ")) |\n"
        }
    }

    /// Adds the faults of a rule, the worst first, and tells how many it has added.
    private static func add(
        _ section: Section, _ summary: String?, of groups: FindingGroups, upTo most: Int,
        to markdown: inout BoundedMarkdown
    ) -> Int {
        let purpose = summary.map { "\(MarkdownText.prose($0))\n\n" } ?? ""
        guard markdown.add("#### \(MarkdownText.code(section.rule))\n\n" + purpose) else { return 0 }
        let worst = section.positions.filter { groups.first(at: Int($0)).severity == section.worst }
        let others = section.positions.filter { groups.first(at: Int($0)).severity != section.worst }
        let total = section.positions.count
        var shown = 0
        var isFolded = false
        for position in (worst + others).prefix(most) {
            if shown == unfolded, !isFolded {
                isFolded = markdown.fold("\(total - unfolded) more")
                guard isFolded else { break }
            }
            guard markdown.add(render(groups[Int(position)])) else { break }
            shown += 1
        }
        if isFolded { markdown.endFold() }
        return shown
    }

    private static func addRest(_ rest: Int, to markdown: inout BoundedMarkdown) {
        guard rest > 0 else { return }
        let are = rest == 1 ? "fault of these rules is" : "faults of these rules are"
        markdown.conclude(
            "**\(rest) more \(are) left out here; `--format text`, `html` or `json` has all of them.**\n\n")
    }

    private static func render(_ group: FindingGroup) -> String {
        let finding = group.first
        var text = "**\(finding.severity.rawValue)**"
        if let place = finding.place { text += " at \(described(place))" }
        text += ": \(MarkdownText.prose(finding.message))\n\n"
        let frame = CodeFrame(finding, style: TextStyle(isColoured: false), width: width).text
        if !frame.isEmpty { text += MarkdownText.block(frame) + "\n" }
        if let help = finding.help { text += "To fix it: \(MarkdownText.prose(help))\n\n" }
        if !group.related.isEmpty { text += "See also \(listed(group.related))\n\n" }
        if group.others.isEmpty { return text }
        let more = group.others.count == 1 ? "" : "\(group.others.count) more places: "
        return text + "The same at \(more)\(listed(group.others))\n\n"
    }

    private static func listed(_ places: [Place]) -> String {
        let rest = places.count - min(places.count, placesShown)
        return places.prefix(placesShown).map(described).joined(separator: ", ")
            + (rest == 0 ? "" : " and \(rest) more")
    }

    private static func described(_ place: Place) -> String {
        MarkdownText.code(place.path + (place.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""))
    }
}
