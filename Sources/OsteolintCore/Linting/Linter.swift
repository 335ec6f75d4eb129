/// Runs rules over pages and makes their findings presentable: severities as configured, snippets, nothing secret.
public struct Linter: Sendable {
    private let embedRules: [any EmbedRule]
    private let pageRules: [any PageRule]
    private let siteRules: [any SiteRule]
    private let site: Site
    private let masking: Masking

    /// Makes a linter.
    ///
    /// - Parameters:
    ///   - rules: the rules to run; those that the configuration switches off are left out.
    ///   - configuration: under which the pages are judged.
    ///   - masking: hides what does not belong into a report.
    public init(rules: [any Rule.Type], configuration: Configuration, masking: Masking) {
        let rules = rules.filter { configuration.rules[$0.descriptor.id] != .off }.map { $0.init() }
        embedRules = rules.compactMap { $0 as? any EmbedRule }
        pageRules = rules.compactMap { $0 as? any PageRule }
        siteRules = rules.compactMap { $0 as? any SiteRule }
        site = Site(configuration: configuration)
        self.masking = masking
    }

    /// Judges one page on its own.
    public func lint(_ page: Page) -> LintedPage {
        var findings = pageRules.flatMap { $0.check(page, in: site) }
        for embed in page.embeds where embed.state != .inert {
            findings += embedRules.flatMap { $0.check(embed, in: site) }
        }
        let identifiers = Self.identifiers(in: page.embeds)
        for index in findings.indices {
            let start = findings[index].place?.range?.start
            findings[index].snippet = start.map { masked(page.lines.snippet(at: $0), identifiers) }
        }
        return LintedPage(path: page.path, embeds: page.embeds, findings: findings.map(configured))
    }

    /// Judges all pages together.
    ///
    /// - Parameter pages: sorted by path.
    public func lintSite(_ pages: [LintedPage]) -> [Finding] {
        let embeds = pages.flatMap(\.embeds).filter { $0.state != .inert }
        let findings = siteRules.flatMap { $0.check(embeds, in: site) }
        guard !findings.isEmpty else { return [] }
        let embedsByPath = Dictionary(grouping: embeds, by: \.path)
        return findings.map { finding in
            var finding = finding
            let neighbours = finding.place.flatMap { embedsByPath[$0.path] } ?? []
            finding.snippet = snippet(of: finding, in: neighbours)
            return configured(finding)
        }
    }

    private func snippet(of finding: Finding, in embeds: [Embed]) -> Snippet? {
        guard let line = finding.place?.range?.start.line else { return nil }
        let snippet = embeds.lazy.compactMap { $0.excerpt.line(line) }.first
        return snippet.map { masked($0, Self.identifiers(in: embeds)) }
    }

    private func configured(_ finding: Finding) -> Finding {
        guard case .severity(let severity)? = site.configuration.rules[finding.rule] else { return finding }
        var finding = finding
        finding.severity = severity
        return finding
    }

    private func masked(_ snippet: Snippet, _ identifiers: [String]) -> Snippet {
        Snippet(
            text: masking.masked(snippet: snippet.text, identifiers: identifiers), firstColumn: snippet.firstColumn)
    }

    /// The users' ids in the embeds, which a source line may hold elsewhere too.
    private static func identifiers(in embeds: [Embed]) -> [String] {
        embeds.compactMap { $0.url.parameter(.partnerUserID) }.filter { $0.placeholder == nil }.map(\.value)
    }
}

/// What is kept of a page when it has been judged.
public struct LintedPage: Sendable {
    /// The path as shown in reports.
    public let path: String
    /// Its embeds in source order.
    public let embeds: [Embed]
    /// What its own rules found.
    public let findings: [Finding]

    /// Makes the remains of a page.
    public init(path: String, embeds: [Embed], findings: [Finding]) {
        self.path = path
        self.embeds = embeds
        self.findings = findings
    }
}
