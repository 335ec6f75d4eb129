extension Linter {
    /// What the rules about scripts, parameters and URLs find in one.
    func lint(_ script: Script) -> [Finding] {
        scriptRules.flatMap { $0.check(script, in: site) } + script.embeds.flatMap(lint)
    }

    /// Judges an embed that a script builds like one in a page, but for what only a browser knows.
    private func lint(_ found: ScriptEmbed) -> [Finding] {
        // What cannot be read looks like a template's expression, which is expected where it is filled in later.
        var filledIn = site.configuration
        filledIn.rendering = .template
        let findings = findings(about: found, in: Site(configuration: filledIn))
        guard site.configuration.rendering != .template else { return findings }
        // The delimiters that stand in a string itself are a placeholder nevertheless: nothing fills them in.
        let known = Set(findings)
        let leftovers = self.findings(about: found, in: site).filter { finding in
            guard !known.contains(finding), let range = finding.place?.range, range != found.embed.attribute else {
                return false
            }
            return !found.isUnknown(range)
        }
        return findings + leftovers
    }

    private func findings(about found: ScriptEmbed, in site: Site) -> [Finding] {
        let parameters = embedRules.filter { type(of: $0).descriptor.topic == .parameters }
        var findings = parameters.flatMap { $0.check(found.embed, in: site) }
        if found.isHostKnown {
            findings += findingsAboutURL(of: found, in: site)
        }
        return findings.map { finding in
            var finding = finding
            finding.embed = nil
            return finding
        }
    }

    /// What is wrong with the URL as a whole, where that stands in the script.
    private func findingsAboutURL(of found: ScriptEmbed, in site: Site) -> [Finding] {
        let rules = embedRules.filter { type(of: $0).descriptor.topic == .url }
        let comparing = siteRules.filter { type(of: $0).descriptor.topic == .url }
        let findings =
            rules.flatMap { $0.check(found.embed, in: site) } + comparing.flatMap { $0.check([found.embed], in: site) }
        return findings.filter { finding in !(finding.place?.range.map(found.isUnknown) ?? false) }
    }
}

extension ScriptEmbed {
    /// Whether an expression that cannot be read stands in a stretch.
    func isUnknown(_ range: SourceRange) -> Bool {
        unknowns.contains { $0.start < range.end && range.start < $0.end }
    }
}
