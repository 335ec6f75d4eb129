import OsteolintCore
import OsteolintReports
import OsteolintRules

/// Judges the answers in a support bundle again, without asking anybody.
struct BundleReplay {
    /// What the answers come to now; as recorded where they do not come to it.
    let report: Report
    /// In what the report differs from the recorded one, in sentences.
    let differences: [String]

    /// The rule that needs the whole catalogue, which no bundle holds.
    private static let ruleOfCatalogue = "product-not-in-catalogue"

    /// Judges a bundle.
    ///
    /// - Parameters:
    ///   - bundle: the bundle.
    ///   - builder: decides whether the run fails.
    init(_ bundle: SupportBundle, builder: ReportBuilder) {
        guard bundle.isJudgedAgain else {
            var report = builder.decided(bundle.report)
            report.origins = JudgedOrigin.judge(bundle.run.configuration.origins).map(\.judgement)
            self.report = report
            differences = []
            return
        }
        report = Self.judged(bundle, builder: builder)
        differences = ReportComparison(before: bundle.report, after: report).differences
    }

    private static func judged(_ bundle: SupportBundle, builder: ReportBuilder) -> Report {
        let masking = Masking(reveals: bundle.run.isRevealed, secret: ClientSecret.known())
        let linter = Linter(
            rules: RuleRegistry.all, configuration: bundle.run.configuration, masking: masking)
        let framing = bundle.record.framingAudit
        let statuses = bundle.record.statusAudit
        let origins = JudgedOrigin.judge(bundle.run.configuration.origins)
        let findings =
            linter.lintOrigins(origins) + linter.lintFraming(framing)
            + linter.lintStatuses(statuses).filter { $0.rule != ruleOfCatalogue }
        var results = LiveResults()
        results.framing = ReportedFraming.reports(framing.verdicts, masking: masking)
        results.failures = framing.failures(masking: masking)
        var products = LiveResults()
        products.statuses = ReportedStatus.reports(statuses.statuses, masking: masking)
        products.failures = ProductStatus.failures(statuses.statuses, masking: masking)
        results.add(products)
        let answers = Set(bundle.answerFailures)
        let others = bundle.report.failures.indices.filter { !answers.contains($0) }.map { bundle.report.failures[$0] }
        return builder.report(
            again: bundle.report, rules: rules, findings: findings, failures: others + results.failures,
            origins: origins.map(\.judgement), live: results)
    }

    /// The rules that see no page.
    private static let rules = Set(
        RuleRegistry.all.filter { type in
            let rule = type.init()
            return rule is any OriginRule || rule is any FramingRule || rule is any StatusRule
        }
        .map { $0.descriptor.id }
    ).subtracting([ruleOfCatalogue])
}
