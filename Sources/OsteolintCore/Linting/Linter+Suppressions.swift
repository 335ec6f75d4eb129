extension Linter {
    /// Judges the comments that silence rules.
    ///
    /// - Parameters:
    ///   - outcomes: each comment, and which of its names did nothing.
    ///   - judged: the ids of the rules whose silence means that there is nothing to find.
    /// - Returns: what is wrong, each finding at its comment.
    func lintSuppressions(_ outcomes: [SuppressionOutcome], judged: Set<String>) -> [Finding] {
        let inDoubt = known.subtracting(judged)
        let certain = outcomes.map { outcome in outcome.keeping { !inDoubt.contains($0) } }
        let lines = Dictionary(outcomes.map { ($0.comment.place, $0.comment.snippet) }) { first, _ in first }
        return suppressionRules.flatMap { $0.check(certain, in: site) }.map { finding in
            var finding = finding
            finding.fault = Fingerprint.normalised(finding.fault)
            finding.snippet = finding.place.flatMap { lines[$0] }
            return configured(finding)
        }
    }
}
