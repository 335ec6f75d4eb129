import OsteolintCore
import OsteolintRules

/// One run of `osteolint check`: reads and judges what was collected, and makes the report.
struct CheckRun {
    let setup: InputOptions.Setup
    let collector: FileCollector
    let checker: PageChecker
    let rendering: RenderOptions
    let masking: Masking
    let builder: ReportBuilder
    let baseline: BaselineRun
    let catalogue: SavedCatalogue?
    /// What was named on the command line, for the failure that nothing was found.
    let paths: [String]
    /// The files and folders that were named, or stand for nothing being named.
    let roots: [String]

    /// What came of the files, and of the pages after their scripts have run where that is asked for.
    ///
    /// - Throws: `UsageError` where a page cannot be rendered as asked for.
    func outcome() throws -> PageChecker.Outcome {
        var outcome = checker.check(collector)
        outcome.skipped += try rendering.render(collector, with: checker, into: &outcome)
        return outcome
    }

    /// The report of what came of the files.
    func report(_ outcome: PageChecker.Outcome) -> Report {
        let (linter, configuration) = (checker.linter, setup.configuration)
        // A folder that was named twice fails twice.
        var failures = Array(Set(collector.failures)) + outcome.failures
        if collector.isEmpty { failures.append(Failure(noPageIn: paths, include: configuration.include)) }
        let origins = JudgedOrigin.judge(configuration.origins)
        let products = KnownProducts(
            outcome.pages, saved: catalogue, configuration: configuration, masking: masking)
        let survey = PagePolicySurvey(outcome.pages, hosting: outcome.hosting)
        var live = products.results
        live.skipped += outcome.skipped
        live.remarks += survey.remarks
        var report = baseline.applied(to: builder, wasInterrupted: outcome.wasInterrupted).report(
            command: "check", pages: outcome.pages,
            siteFindings: outcome.fileFindings + linter.lintSite(outcome.pages) + linter.lintPolicies(survey)
                + linter.lintOrigins(origins) + linter.lintStatuses(products.audit),
            failures: failures, origins: origins.map(\.judgement), files: outcome.files, live: live,
            scope: setup.scope(of: outcome, linter: linter, named: roots, baseline))
        if outcome.wasInterrupted { report.markInterrupted() }
        return report
    }
}
