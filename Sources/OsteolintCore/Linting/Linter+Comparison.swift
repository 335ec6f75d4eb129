extension Linter {
    /// Judges two renders of the same pages.
    ///
    /// - Parameter comparison: the renders, embed by embed.
    /// - Returns: what is wrong, each finding in the second render.
    public func lintComparison(_ comparison: RenderComparison) -> [Finding] {
        let findings = comparisonRules.flatMap { $0.check(comparison, in: site) }.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            return finding
        }
        return withSnippets(of: comparison.pairs.flatMap { [$0.before.embed, $0.after.embed] }, findings)
    }
}
