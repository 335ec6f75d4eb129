import OsteolintCore

/// Writes findings as *results* (SARIF, section 3.27).
struct SARIFResults {
    private let json: JSONWriter
    private let ruleIndexes: [String: Int]
    private var artifacts = SARIFArtifacts()

    /// Makes a writer of results.
    ///
    /// - Parameters:
    ///   - rules: the rules in the order of the document.
    ///   - json: where to write.
    init(rules: [RuleDescriptor], json: JSONWriter) {
        self.json = json
        ruleIndexes = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// Writes the members of a finding's result.
    mutating func write(_ finding: Finding) {
        json.member("ruleId", finding.rule)
        if let index = ruleIndexes[finding.rule] { json.member("ruleIndex", index) }
        json.member("level", finding.severity.rawValue)
        json.message(finding.sentence)
        json.array("locations", CollectionOfOne(finding)) { finding in
            json.object { writeLocation(of: finding) }
        }
        writeRelated(finding.related)
        json.object("partialFingerprints") { json.member("osteolint/v1", finding.fingerprint) }
        // Present and empty is "not suppressed"; left out is "not known".
        json.array("suppressions", finding.suppression.map { [$0] } ?? []) { suppression in
            json.object { write(suppression) }
        }
    }

    /// Code scanning refuses a document as a whole where one result has no location.
    private mutating func writeLocation(of finding: Finding) {
        json.object("physicalLocation") {
            artifacts.write(finding.file, to: json)
            json.regions(of: finding)
        }
        guard finding.place == nil else { return }
        json.message("it comes from an argument; the configuration stands for it")
    }

    private mutating func writeRelated(_ related: [Place]) {
        guard !related.isEmpty else { return }
        json.array("relatedLocations", related.indices) { index in
            json.object {
                json.member("id", index + 1)
                json.object("physicalLocation") {
                    artifacts.write(related[index].path, to: json)
                    guard let range = related[index].range else { return }
                    json.object("region") { json.bounds(of: range) }
                }
            }
        }
    }

    private func write(_ suppression: Suppression) {
        switch suppression {
        case .comment(let reason):
            json.member("kind", "inSource")
            if let reason { json.member("justification", reason) }
        case .baseline:
            json.member("kind", "external")
        }
    }
}
