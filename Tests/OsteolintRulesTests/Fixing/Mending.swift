import OsteolintCore
import OsteolintRules

/// Mends pages with all rules, as `check --fix` does.
struct Mending {
    var configuration = Configuration()
    var options = Page.Options()
    var builder = ReportBuilder()

    private var linter: Linter {
        Linter(rules: RuleRegistry.all, configuration: configuration, masking: Masking(reveals: false))
    }

    /// Mends a page.
    func page(_ bytes: [UInt8]) throws -> FixedPage {
        let fixer = PageFixer(
            linter: linter, builder: builder, configuration: configuration, options: options, decoder: TextDecoder())
        return try fixer.fix(bytes, path: "page.html")
    }

    /// What becomes of a text in UTF-8, which is declared.
    func text(_ text: String) throws -> String {
        var mending = self
        mending.options.charset = .utf8
        return String(decoding: try mending.page(Array(text.utf8)).edited.bytes, as: UTF8.self)
    }

    /// What is wrong with a page and silenced by nothing.
    func findings(_ bytes: [UInt8]) throws -> [Finding] {
        let linted = try bytes.withUnsafeBytes { bytes in
            linter.lint(
                try Page(
                    path: "page.html", bytes: bytes, decoder: TextDecoder(), options: options,
                    configuration: configuration))
        }
        let report = builder.report(command: "check", pages: [linted], siteFindings: [], failures: [], files: 1)
        return report.findings.filter { !$0.isSuppressed }
    }
}
