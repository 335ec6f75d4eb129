import HostingFiles
import OsteolintCore
import OsteolintRules
import Testing
import WebURL

/// An example of a rule, run through the linter by that rule alone.
struct RuleExampleRun {
    /// Where findings start, as `path:line:column`, in order.
    let found: [String]
    /// Where the example says that they start, in order.
    let expected: [String]

    init(_ example: RuleExample, by rule: any Rule.Type) throws {
        // What silences others needs others to silence.
        let rules = rule is any SuppressionRule.Type ? RuleRegistry.all : [rule]
        let linter = Linter(rules: rules, configuration: example.configuration, masking: Masking(reveals: false))
        let (findings, expected) =
            switch example.subject {
            case .pages(let pages) where rules.count > 1:
                try Self.run(pages, silencing: rule, under: example.configuration, by: linter)
            case .pages(let pages): try Self.run(pages, under: example.configuration, by: linter)
            case .files(let files): try Self.run(files, under: example.configuration, by: linter)
            case .renders(let before, let after, let areOfDifferentUsers):
                try Self.run(before, after, areOfDifferentUsers, by: linter)
            case .origins(let origins): Self.run(origins, by: linter)
            case .response(let fields, let origins): try Self.run(fields, origins, by: linter)
            case .answers(let status, let catalogue, let pages):
                try Self.run(pages, answered: status, catalogue, under: example.configuration, by: linter)
            }
        self.expected = expected.sorted()
        found = findings.map(Self.place).sorted()
    }

    private static func run(
        _ pages: [String],
        under configuration: Configuration,
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        let (linted, expected) = try lint(pages, under: configuration, by: linter)
        let findings = linted.flatMap(\.findings) + linter.lintSite(linted)
        return (findings + linter.lintPolicies(PagePolicySurvey(linted, hosting: [])), expected)
    }

    /// Runs all rules and what their findings come to in a report, and keeps those of one rule.
    private static func run(
        _ pages: [String],
        silencing rule: any Rule.Type,
        under configuration: Configuration,
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        let (linted, expected) = try lint(pages, under: configuration, by: linter)
        let report = ReportBuilder().report(
            command: "check", pages: linted, siteFindings: linter.lintSite(linted), failures: [],
            files: linted.count, scope: RunScope(linter: linter, isComplete: true))
        return (report.findings.filter { $0.rule == rule.descriptor.id }, expected)
    }

    private static func run(
        _ pages: [String],
        answered status: String?,
        _ catalogue: Catalogue?,
        under configuration: Configuration,
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        let (linted, expected) = try lint(pages, under: configuration, by: linter)
        let embeds = linted.flatMap(\.embeds).filter { $0.state != .inert }
        let audit = SampleStatuses(embeds: embeds, catalogue: catalogue) { _ in status }.audit
        return (linter.lintStatuses(audit), expected)
    }

    /// The pages without their marks, and where findings are expected.
    private static func lint(
        _ pages: [String],
        under configuration: Configuration,
        by linter: Linter
    ) throws -> (pages: [LintedPage], expected: [String]) {
        var linted: [LintedPage] = []
        var expected: [String] = []
        for (index, markup) in pages.enumerated() {
            let path = "page-\(index + 1).html"
            let page = MarkedPage(markup)
            expected += page.marks.map { "\(path):\($0.line):\($0.column)" }
            linted.append(linter.lint(try page.read(as: path, under: configuration)))
        }
        return (linted, expected)
    }

    /// Runs the rule over a site of named files.
    private static func run(
        _ files: [(name: String, text: String)],
        under configuration: Configuration,
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        var (pages, hosting, findings): ([LintedPage], [HostingDocument], [Finding]) = ([], [], [])
        var expected: [String] = []
        for file in files {
            let marked = MarkedPage(file.text)
            expected += marked.marks.map { "\(file.name):\($0.line):\($0.column)" }
            if let named = configuration.hosting.first(where: { $0.path == file.name }) {
                hosting.append(try marked.hosting(as: file.name, named.format, isForAllPages: true))
                continue
            }
            let name = file.name.utf8.split(separator: UInt8(ascii: "/")).last ?? file.name[...].utf8
            switch SiteFileKind(fileName: name) {
            case nil: pages.append(linter.lint(try marked.read(as: file.name, under: configuration)))
            case .script?: findings += linter.lint(marked.delivered(as: file.name, .script))
            case .data?: findings += linter.lint(marked.delivered(as: file.name, .data))
            case .hosting(let format)?: hosting.append(try marked.hosting(as: file.name, format))
            }
        }
        findings += pages.flatMap(\.findings) + linter.lintSite(pages)
        let site = HostedSite(pages: pages.map(\.path), origins: [])
        let survey = PagePolicySurvey(pages, hosting: HostingDocument.files(hosting, of: site))
        return (findings + linter.lintPolicies(survey), expected)
    }

    /// Compares two renders of one page.
    private static func run(
        _ before: String,
        _ after: String,
        _ areOfDifferentUsers: Bool,
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        let marked = MarkedPage(after)
        let renders = try [("first.html", MarkedPage(before)), ("second.html", marked)].map { path, page in
            let linted = linter.lint(try page.read(as: path, under: Configuration()))
            return Render(name: path, wasRead: true, page: linted)
        }
        let comparison = RenderComparison(renders[0], renders[1], areOfDifferentUsers: areOfDifferentUsers)
        return (
            linter.lintComparison(comparison), marked.marks.map { "second.html:\($0.line):\($0.column)" }
        )
    }

    private static func run(_ origins: [String], by linter: Linter) -> (findings: [Finding], expected: [String]) {
        let (declared, expected) = declare(origins)
        return (linter.lintOrigins(JudgedOrigin.judge(declared)), expected)
    }

    private static func run(
        _ fields: String,
        _ origins: [String],
        by linter: Linter
    ) throws -> (findings: [Finding], expected: [String]) {
        let (declared, expected) = declare(origins)
        let chains = try declared.map { item in
            AncestorChain([try #require(Origin(serialized: item.text))], place: item.place)
        }
        return (linter.lintFraming(try SampleAudit(fields: fields, chains: chains).audit()), expected)
    }

    /// The origins without their marks, and where findings are expected.
    private static func declare(_ origins: [String]) -> (declared: [DeclaredOrigin], expected: [String]) {
        var declared: [DeclaredOrigin] = []
        var expected: [String] = []
        for (index, marked) in origins.enumerated() {
            let text = MarkedPage(marked).text
            let place = SampleOrigin.place(of: text, line: index + 2)
            if text != marked { expected.append("\(place.path):\(index + 2):\(SampleOrigin.column)") }
            declared.append(DeclaredOrigin(text: text, place: place))
        }
        return (declared, expected)
    }

    private static func place(of finding: Finding) -> String {
        guard let place = finding.place, let start = place.range?.start else { return "nowhere" }
        return "\(place.path):\(start.line):\(start.column)"
    }
}
