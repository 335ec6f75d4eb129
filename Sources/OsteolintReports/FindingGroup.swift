import OsteolintCore

/// The same fault, at one or more places: in the same markup, unless the markup is not what is wrong.
struct FindingGroup {
    private struct Key: Hashable {
        let rule: String
        let severity: Severity
        let message: String
        let help: String?
        let markup: Substring?
    }

    /// The first of the findings, which stands for all.
    let first: Finding
    /// The places of the others.
    private(set) var others: [Place] = []
    /// What else there is to see; none where further places are those of the same fault.
    let related: [Place]

    private init(_ first: Finding) {
        self.first = first
        related = first.isInMarkup ? first.related : []
        others = first.isInMarkup ? [] : first.related
    }

    private mutating func add(_ finding: Finding) {
        others += [finding.place].compactMap { $0 } + (finding.isInMarkup ? [] : finding.related)
    }

    /// Groups findings in the order of their first places.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var indexes: [Key: Int] = [:]
        for finding in findings {
            let key = Key(
                rule: finding.rule, severity: finding.severity, message: finding.message, help: finding.help,
                markup: finding.isInMarkup ? finding.snippet?.text.drop { $0 == " " || $0 == "\t" } : nil)
            if let index = indexes[key], finding.place != nil || !finding.isInMarkup {
                groups[index].add(finding)
            } else {
                indexes[key] = groups.count
                groups.append(FindingGroup(finding))
            }
        }
        return groups.map(\.sorted)
    }

    /// The same with further places in order; findings come in order, but not what each of them is about besides.
    private var sorted: FindingGroup {
        guard !first.isInMarkup else { return self }
        var group = self
        group.others.sort { left, right in
            guard left.path == right.path, let start = left.range?.start, let other = right.range?.start else {
                return left.path < right.path
            }
            return start < other
        }
        return group
    }
}
