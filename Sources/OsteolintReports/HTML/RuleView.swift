import OsteolintCore

/// The head of a rule's section as the template `rule` shows it.
struct RuleView {
    /// What the rule is about, where this version has it.
    struct Explanation {
        let rationale: [[InlinePiece]]
        let remedy: [InlinePiece]
        let references: [String]
    }

    let anchor: String
    let rule: String
    let severity: String
    let count: String
    let summary: [InlinePiece]
    let explanation: Explanation?

    init(_ section: RuleSection) {
        anchor = section.anchor
        rule = VisibleText.visible(section.rule)
        severity = section.worst.rawValue
        let findings = CountedNoun.text(section.findings, "finding")
        let faults = CountedNoun.text(section.groups.count, "different fault")
        count = section.findings == section.groups.count ? findings : "\(findings), \(faults)"
        summary = InlinePiece.pieces(of: section.descriptor?.summary ?? "")
        explanation = section.descriptor.map { descriptor in
            let paragraphs = descriptor.rationale.split(separator: "\n\n").map { InlinePiece.pieces(of: String($0)) }
            return Explanation(
                rationale: paragraphs, remedy: InlinePiece.pieces(of: descriptor.remedy),
                references: descriptor.references)
        }
    }
}
