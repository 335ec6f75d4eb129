import OsteolintCore

/// The same fault in the same markup, at one or more places.
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

    /// Groups findings in the order of their first places.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var indexes: [Key: Int] = [:]
        for finding in findings {
            let key = Key(
                rule: finding.rule, severity: finding.severity, message: finding.message, help: finding.help,
                markup: finding.snippet?.text.drop { $0 == " " || $0 == "\t" })
            if let index = indexes[key], let place = finding.place {
                groups[index].others.append(place)
            } else {
                indexes[key] = groups.count
                groups.append(FindingGroup(first: finding))
            }
        }
        return groups
    }
}
