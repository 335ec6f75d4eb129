extension Linter {
    /// Judges a script or data that is no page.
    ///
    /// - Parameter text: what it holds.
    /// - Returns: what is wrong in it.
    public func lint(_ text: DeliveredText) -> [Finding] {
        let findings = lintText(text) + scripts(of: text).flatMap(lint)
        return presented(findings, in: text)
    }

    private func scripts(of text: DeliveredText) -> [Script] {
        text.kind == .script ? [Script(text, 0..<text.text.count)] : []
    }

    /// What the rules about texts find in one.
    func lintText(_ text: DeliveredText) -> [Finding] {
        deliveredTextRules.flatMap { $0.check(text, in: site) }
    }

    /// What the rules about scripts find in one.
    func lint(_ script: Script) -> [Finding] {
        scriptRules.flatMap { $0.check(script, in: site) }
    }

    /// Findings with their lines, nothing secret in them.
    private func presented(_ findings: [Finding], in text: DeliveredText) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            finding.snippet = finding.place?.range.map { masked(text.lines.snippet(at: $0.start)) }
            return configured(finding)
        }
    }

    /// Judges whether the pages' own policies let their embeds load.
    ///
    /// - Parameter survey: the pages and their fields.
    /// - Returns: what is wrong, each finding at the policy or the frame that is to blame.
    public func lintPolicies(_ survey: PagePolicySurvey) -> [Finding] {
        let findings = pagePolicyRules.flatMap { $0.check(survey, in: site) }
        guard !findings.isEmpty else { return [] }
        let excerpts = Dictionary(
            grouping: survey.pages.flatMap { page in
                page.fields.compactMap { field in field.excerpt.map { (field.path, $0) } }
                    + page.embeds.map { ($0.path, $0.excerpt) }
            }, by: \.0)
        return findings.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            if let place = finding.place, let line = place.range?.start.line {
                let snippet = (excerpts[place.path] ?? []).lazy.compactMap { $0.1.line(line) }.first
                finding.snippet = snippet.map { masked($0) }
            }
            return configured(finding)
        }
    }
}
