import OsteolintCore

/// What one rule has found.
struct RuleSection {
    /// The rule's id.
    let rule: String
    /// What is known of the rule; nil for one that this version does not have.
    let descriptor: RuleDescriptor?
    /// How many findings there are, by severity.
    private(set) var counts: [Severity: Int] = [:]
    /// The findings of all rules, by fault.
    private let all: FindingGroups
    /// Which of them are this rule's.
    private var positions: [Int32] = []

    /// The findings, by fault, in the order of their first places; put together when they are looked at.
    var groups: some RandomAccessCollection<FindingGroup> { positions.lazy.map { all[Int($0)] } }

    /// All findings.
    var findings: Int { counts.values.reduce(0, +) }
    /// The highest severity among the findings.
    var worst: Severity { counts.keys.max() ?? .note }
    /// What the section is called in links; a rule of another tool has no say in that.
    let anchor: String

    /// The sections of a report, the worst and then the fullest first; suppressed findings are in none.
    static func sections(of findings: [Finding], _ tool: ToolComponent) -> [RuleSection] {
        let descriptors = Dictionary(tool.rules.map { ($0.id, $0) }) { first, _ in first }
        let groups = FindingGroups(findings, where: { !$0.isSuppressed })
        var sections: [RuleSection] = []
        var indexes: [String: Int] = [:]
        func index(of rule: String) -> Int {
            if let index = indexes[rule] { return index }
            let descriptor = descriptors[rule]
            let anchor = "rule-" + (descriptor?.id ?? String(sections.count))
            sections.append(RuleSection(rule: rule, descriptor: descriptor, anchor: anchor, all: groups))
            indexes[rule] = sections.count - 1
            return sections.count - 1
        }
        for position in groups.indices {
            let first = groups.first(at: position)
            let section = index(of: first.rule)
            sections[section].counts[first.severity, default: 0] += groups.count(at: position)
            sections[section].positions.append(Int32(position))
        }
        return sections.sorted { left, right in
            guard left.worst == right.worst else { return left.worst > right.worst }
            return (right.findings, left.rule) < (left.findings, right.rule)
        }
    }

    private init(rule: String, descriptor: RuleDescriptor?, anchor: String, all: FindingGroups) {
        self.all = all
        self.rule = rule
        self.descriptor = descriptor
        self.anchor = anchor
    }
}
