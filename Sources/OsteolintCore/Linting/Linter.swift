public import WebURL

/// Runs rules over pages and makes their findings presentable: severities as configured, snippets, nothing secret.
public struct Linter: Sendable {
    /// Those that are run.
    let rules: [any Rule.Type]
    /// The ids of those, and of those that are switched off.
    let known: Set<String>
    let embedRules: [any EmbedRule]
    private let pageRules: [any PageRule]
    let siteRules: [any SiteRule]
    private let originRules: [any OriginRule]
    private let framingRules: [any FramingRule]
    private let statusRules: [any StatusRule]
    let scriptRules: [any ScriptRule]
    let deliveredTextRules: [any DeliveredTextRule]
    let pagePolicyRules: [any PagePolicyRule]
    let comparisonRules: [any ComparisonRule]
    let suppressionRules: [any SuppressionRule]
    /// What rules may know beyond the page that they look at.
    public let site: Site
    private let masking: Masking

    /// Makes a linter.
    ///
    /// - Parameters:
    ///   - rules: the rules to run; those that the configuration switches off are left out.
    ///   - configuration: under which the pages are judged.
    ///   - masking: hides what does not belong into a report.
    public init(rules: [any Rule.Type], configuration: Configuration, masking: Masking) {
        known = Set(rules.map { $0.descriptor.id })
        self.rules = rules.filter { configuration.rules[$0.descriptor.id] != .off }
        let rules = self.rules.map { $0.init() }
        embedRules = rules.compactMap { $0 as? any EmbedRule }
        pageRules = rules.compactMap { $0 as? any PageRule }
        siteRules = rules.compactMap { $0 as? any SiteRule }
        originRules = rules.compactMap { $0 as? any OriginRule }
        framingRules = rules.compactMap { $0 as? any FramingRule }
        statusRules = rules.compactMap { $0 as? any StatusRule }
        scriptRules = rules.compactMap { $0 as? any ScriptRule }
        deliveredTextRules = rules.compactMap { $0 as? any DeliveredTextRule }
        pagePolicyRules = rules.compactMap { $0 as? any PagePolicyRule }
        comparisonRules = rules.compactMap { $0 as? any ComparisonRule }
        suppressionRules = rules.compactMap { $0 as? any SuppressionRule }
        site = Site(configuration: configuration, secret: masking.secret)
        self.masking = masking
    }

    /// Judges one page on its own.
    ///
    /// - Parameters:
    ///   - page: the page.
    ///   - sitePath: its path below the folder that was named; the file's name alone where it was named itself.
    /// - Returns: what is kept of it.
    public func lint(_ page: Page, sitePath: String? = nil) -> LintedPage {
        let text = DeliveredText(page)
        let secrets = secrets(in: text)
        var findings = pageRules.flatMap { $0.check(page, in: site) } + lintText(text, holding: secrets)
        let scripts = page.scripts(in: text)
        findings += scripts.flatMap(lint)
        for embed in page.embeds where embed.state != .inert {
            findings += embedRules.flatMap { $0.check(embed, in: site) }
        }
        findings = Self.withoutRepeatedSecrets(findings)
        let hidden = HiddenValues(secrets, in: text.lines)
        let identifiers = UserIdentifiers(page.embeds + scripts.flatMap(\.embeds).map(\.embed))
        addPlaces(to: &findings, in: page, identifiers)
        addSnippets(to: &findings, in: page, identifiers, hidden)
        return LintedPage(
            path: page.path, sitePath: sitePath ?? page.path, url: page.url, embeds: page.embeds.map(hidden.masked),
            fields: page.fields.map(hidden.masked),
            reportedEmbeds: page.embeds.map { ReportedEmbed($0, masking: masking) },
            findings: findings.map(configured),
            suppressions: page.suppressionComments { masked(hidden.masked($0, line: $1), identifiers, line: $1) })
    }

    /// Adds where the elements of findings stand, and normalises the faults.
    private func addPlaces(to findings: inout [Finding], in page: Page, _ identifiers: UserIdentifiers) {
        // The embeds of a page mostly share their faults.
        var known: [String: String] = [:]
        for index in findings.indices {
            findings[index].element = page.elementPlace(of: findings[index])
            findings[index].fix = page.certainFix(of: findings[index])
            let fault = findings[index].fault
            let embed = identifiers.areFew ? nil : findings[index].embed.map { page.embeds[$0] }
            let shown = known[fault] ?? normalised(fault, identifiers.identifiers(about: embed))
            if identifiers.areFew { known[fault] = shown }
            findings[index].fault = shown
        }
    }

    /// A fault without users' ids, even where reports show them.
    func normalised(_ fault: String, _ identifiers: [String] = []) -> String {
        Fingerprint.normalised(Masking(reveals: false).masked(snippet: fault, identifiers: identifiers))
    }

    private func addSnippets(
        to findings: inout [Finding], in page: Page, _ identifiers: UserIdentifiers, _ hidden: HiddenValues
    ) {
        // Faults of one embed mostly stand on one line.
        var known: [Snippet: Snippet] = [:]
        for index in findings.indices {
            guard let start = findings[index].place?.range?.start else { continue }
            let snippet = hidden.masked(page.lines.snippet(at: start), line: start.line)
            let shown = known[snippet] ?? masked(snippet, identifiers, line: start.line)
            known[snippet] = shown
            findings[index].snippet = shown
        }
    }

    /// Judges all pages together.
    ///
    /// - Parameter pages: sorted by path.
    /// - Returns: what is wrong between them.
    public func lintSite(_ pages: [LintedPage]) -> [Finding] {
        let embeds = pages.flatMap(\.embeds).filter { $0.state != .inert }
        let findings = siteRules.flatMap { $0.check(embeds, in: site) }.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            return finding
        }
        return withSnippets(of: embeds, findings)
    }

    /// Judges what Osteocom says of the embeds' clients and products.
    ///
    /// - Parameter audit: the answers of product-status, and the catalogue.
    /// - Returns: what is wrong, each finding at the first embed that it is about.
    public func lintStatuses(_ audit: StatusAudit) -> [Finding] {
        // Rules cut what is long, and half an id would no longer be known for one.
        let shown = audit.masked(by: masking)
        let identifiers = audit.userIdentifiers
        var known: [String: String] = [:]
        let mask = { (text: String) -> String in
            let masked = known[text] ?? masking.masked(snippet: text, identifiers: identifiers)
            known[text] = masked
            return masked
        }
        let findings = statusRules.flatMap { $0.check(shown, in: site) }.map { finding in
            var finding = finding
            let isMessage = finding.fault == finding.message
            finding.fault = normalised(finding.fault, isMessage ? identifiers : [])
            finding.message = mask(finding.message)
            finding.help = finding.help.map(mask)
            finding.isInMarkup = false
            return finding
        }
        return withSnippets(of: audit.embeds, findings)
    }

    /// Adds the line of the page that a finding stands in, and where its embed stands.
    func withSnippets(of embeds: [Embed], _ findings: [Finding]) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let embedsByPath = Dictionary(grouping: embeds, by: \.path)
        let numbered = embedsByPath.mapValues { embeds in
            Dictionary(embeds.map { ($0.ordinal, $0) }) { first, _ in first }
        }
        let identifiers = embedsByPath.mapValues(UserIdentifiers.init)
        return findings.map { finding in
            var finding = finding
            let path = finding.place?.path ?? ""
            let embed = finding.embed.flatMap { numbered[path]?[$0] }
            finding.element = embed?.elementPlace
            finding.snippet = identifiers[path].flatMap { snippet(of: finding, in: embedsByPath[path] ?? [], $0) }
            if let embed, embed.isRendered { present(embed, in: &finding) }
            return configured(finding)
        }
    }

    /// Says that a finding is about an embed that scripts have made, and shows its tag.
    func present(_ embed: Embed, in finding: inout Finding) {
        finding.element = nil
        finding.snippet = embed.excerpt.lines.first.map { line in
            Snippet(
                text: masking.masked(snippet: line.text, identifiers: Masking.identifiers(in: embed.url)),
                firstColumn: line.firstColumn
            ).cut(to: embed.tag)
        }
        finding.markRendered(path: embed.path)
    }

    /// Judges the declared origins.
    ///
    /// - Parameter origins: those of the configuration, judged together.
    /// - Returns: what is wrong with them, each finding at its item.
    public func lintOrigins(_ origins: [JudgedOrigin]) -> [Finding] {
        withLines(of: origins.map(\.declared), originRules.flatMap { $0.check(origins, in: site) })
    }

    /// Judges what Osteocom answered about framing.
    ///
    /// - Parameter audit: the verdicts, and the answers that they rest on.
    /// - Returns: what is wrong, each finding at the item of the origin that it is about.
    public func lintFraming(_ audit: FramingAudit) -> [Finding] {
        // What a server answers may repeat the ids that it was asked with.
        let identifiers = audit.userIdentifiers
        let findings = framingRules.flatMap { $0.check(audit, in: site) }.map { finding in
            var finding = finding
            finding.fault = Masking(reveals: false).masked(snippet: finding.fault, identifiers: identifiers)
            finding.message = masking.masked(snippet: finding.message, identifiers: identifiers)
            finding.help = finding.help.map { masking.masked(snippet: $0, identifiers: identifiers) }
            return finding
        }
        return withLines(of: site.configuration.origins, findings)
    }

    /// Adds the line of the configuration that a finding stands in.
    private func withLines(of origins: [DeclaredOrigin], _ findings: [Finding]) -> [Finding] {
        let lines = Dictionary(origins.map { ($0.place, $0.line) }) { first, _ in first }
        return findings.map { finding in
            var finding = finding
            finding.fault = normalised(finding.fault)
            finding.snippet = (lines[finding.place] ?? nil).map { masked($0) }
            return configured(finding)
        }
    }

    func masked(_ line: Snippet) -> Snippet {
        let text = masking.masked(snippet: PasswordMask.masked(line: line.text), identifiers: [])
        return Snippet(text: text, firstColumn: line.firstColumn)
    }

    private func snippet(of finding: Finding, in embeds: [Embed], _ identifiers: UserIdentifiers) -> Snippet? {
        guard let line = finding.place?.range?.start.line else { return nil }
        let snippet = embeds.lazy.compactMap { $0.excerpt.line(line) }.first
        return snippet.map { masked($0, identifiers, line: line) }
    }

    func configured(_ finding: Finding) -> Finding {
        var finding = masking.hidingSecret(in: finding)
        guard case .severity(let severity)? = site.configuration.rules[finding.rule] else { return finding }
        finding.severity = severity
        return finding
    }

    func masked(_ snippet: Snippet, _ identifiers: UserIdentifiers, line: Int) -> Snippet {
        let hidden = identifiers.identifiers(in: snippet, line: line)
        return Snippet(
            text: masking.masked(snippet: snippet.text, identifiers: hidden), firstColumn: snippet.firstColumn)
    }
}

/// What is kept of a page when it has been judged.
public struct LintedPage: Sendable {
    /// The path as shown in reports.
    public let path: String
    /// The path below the folder that was named; the file's name alone where it was named itself.
    public let sitePath: String
    /// Where it is served, or taken to be where nobody said.
    public let url: WebURL
    /// Its embeds in source order.
    public let embeds: [Embed]
    /// The header fields that its markup stands for, and those that it came with.
    public let fields: [PageField]
    /// The same embeds as a report shows them.
    public let reportedEmbeds: [ReportedEmbed]
    /// What its own rules found.
    public let findings: [Finding]
    /// The comments in it that speak to osteolint, in source order.
    public let suppressions: [SuppressionComment]

    /// Makes the remains of a page.
    public init(
        path: String, sitePath: String? = nil, url: WebURL? = nil, embeds: [Embed], fields: [PageField] = [],
        reportedEmbeds: [ReportedEmbed], findings: [Finding], suppressions: [SuppressionComment] = []
    ) {
        self.path = path
        self.sitePath = sitePath ?? path
        self.url = url ?? Configuration().url(ofPage: path)
        self.embeds = embeds
        self.fields = fields
        self.reportedEmbeds = reportedEmbeds
        self.findings = findings
        self.suppressions = suppressions
    }
}
