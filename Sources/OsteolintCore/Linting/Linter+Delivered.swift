extension Linter {
    /// Judges a script or data that is no page.
    ///
    /// - Parameter text: what it holds.
    /// - Returns: what is wrong in it.
    public func lint(_ text: DeliveredText) -> [Finding] {
        let scripts = scripts(of: text)
        let secrets = secrets(in: text)
        let findings = Self.withoutRepeatedSecrets(lintText(text, holding: secrets) + scripts.flatMap(lint))
        return presented(
            findings, in: text, UserIdentifiers(scripts.flatMap(\.embeds).map(\.embed)),
            HiddenValues(secrets, in: text.lines))
    }

    /// The secrets in a text, which no line that is shown of it may hold.
    func secrets(in text: DeliveredText) -> [ExposedSecret] { SecretScan(text.text, in: site).secrets() }

    private func scripts(of text: DeliveredText) -> [Script] {
        text.kind == .script ? [Script(text, 0..<text.text.count, in: site.configuration)] : []
    }

    /// What the rules about texts find in one.
    func lintText(_ text: DeliveredText, holding secrets: [ExposedSecret]) -> [Finding] {
        deliveredTextRules.flatMap { $0.check(text, holding: secrets, in: site) }
    }

    /// Findings with their lines, nothing secret in them.
    private func presented(
        _ findings: [Finding], in text: DeliveredText, _ identifiers: UserIdentifiers, _ hidden: HiddenValues
    ) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault, identifiers.identifiers(about: nil))
            finding.snippet = finding.place?.range.map { range in
                let line = hidden.masked(text.lines.snippet(at: range.start), line: range.start.line)
                return masked(masked(line), identifiers, line: range.start.line)
            }
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
        let lines = PolicyLines(survey, of: findings)
        let embeds = Dictionary(grouping: survey.pages.flatMap(\.embeds), by: \.path)
        let identifiers = embeds.mapValues(UserIdentifiers.init)
        return findings.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            let path = finding.place?.path ?? ""
            finding.element = finding.embed.flatMap { ordinal in
                embeds[path]?.first { $0.ordinal == ordinal }?.elementPlace
            }
            let line = finding.place?.range?.start.line ?? 1
            finding.snippet = finding.place.flatMap(lines.snippet).map { snippet in
                identifiers[path].map { masked(snippet, $0, line: line) } ?? masked(snippet)
            }
            return configured(finding)
        }
    }
}
