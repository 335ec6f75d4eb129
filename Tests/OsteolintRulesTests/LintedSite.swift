import OsteolintCore
import OsteolintRules

/// A site of a few pages as a whole run judges it, without files.
struct LintedSite {
    var configuration = Configuration()
    var masking = Masking(reveals: false)
    var builder = ReportBuilder()

    /// The report about pages, which are called `a.html`, `b.html` and so on unless a path is given.
    func report(_ pages: String..., paths: [String]? = nil) throws -> Report {
        let linter = Linter(rules: RuleRegistry.all, configuration: configuration, masking: masking)
        let paths = paths ?? ["a.html", "b.html", "c.html", "d.html"]
        let linted = try zip(paths, pages).map { path, markup in
            try Array(markup.utf8).withUnsafeBytes { bytes in
                linter.lint(
                    try Page(
                        path: path, bytes: bytes, decoder: TextDecoder(), options: Page.Options(charset: .utf8),
                        configuration: configuration))
            }
        }
        let read = Set(linted.map(\.path))
        return builder.report(
            command: "check", pages: linted, siteFindings: linter.lintSite(linted), failures: [],
            files: linted.count, scope: RunScope(linter: linter, isComplete: true) { read.contains($0) })
    }
}

extension Report {
    /// The findings of a rule.
    func findings(_ rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

    /// The ids of the rules of which a finding counts, in order.
    var counted: [String] { findings.filter { !$0.isSuppressed }.map(\.rule) }

    /// The ids of the rules of which a finding is silenced, in order.
    var silenced: [String] { findings.filter(\.isSuppressed).map(\.rule) }
}
