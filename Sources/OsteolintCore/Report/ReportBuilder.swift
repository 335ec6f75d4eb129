/// Puts a report together: sorts once, counts, and decides the verdict.
public struct ReportBuilder: Sendable {
    /// From which severity on a finding makes the run fail; nil for none.
    public var failOn: Severity?
    /// Whether what could not be checked is passed over.
    public var passesInconclusive: Bool
    /// Whether a site without any embed fails.
    public var requiresEmbeds: Bool
    /// What becomes of findings that are known.
    public var baseline = BaselineUse.none

    /// Makes a builder; by default errors fail.
    public init(failOn: Severity? = .error, passesInconclusive: Bool = false, requiresEmbeds: Bool = false) {
        self.failOn = failOn
        self.passesInconclusive = passesInconclusive
        self.requiresEmbeds = requiresEmbeds
    }

    /// Makes the report of a run.
    ///
    /// - Parameters:
    ///   - command: the command's name.
    ///   - pages: the pages that were parsed, sorted by path.
    ///   - siteFindings: what was found between pages.
    ///   - failures: what could not be checked.
    ///   - origins: what is to be said of the declared origins, in order.
    ///   - files: how many pages were read.
    ///   - live: what was found out over the network.
    ///   - scope: what was looked at; nil where comments and baseline are not to be judged themselves.
    /// - Returns: the report.
    public func report(
        command: String,
        pages: [LintedPage],
        siteFindings: [Finding],
        failures: [Failure],
        origins: [OriginJudgement] = [],
        files: Int,
        live: LiveResults = LiveResults(),
        scope: RunScope? = nil
    ) -> Report {
        let pageFailures = failures
        let failures = failures + live.failures
        var report = Report(
            command: command, verdict: .pass, exitStatus: 0, summary: Report.Summary(), embeds: [], findings: [],
            failures: failures.sorted { ($0.subject, $0.message) < ($1.subject, $1.message) }, origins: origins,
            framing: live.framing, statuses: live.statuses, catalogue: live.catalogue, skipped: live.skipped,
            remarks: live.remarks)
        var firstEmbed: [String: Int] = [:]
        for page in pages {
            firstEmbed[page.path] = report.embeds.count
            report.embeds += page.reportedEmbeds
        }
        let judged =
            scope?.judgedRules(
                files: files, isWhole: pageFailures.isEmpty, isAudit: command == "audit", live: live) ?? []
        report.findings = findings(of: pages, siteFindings, scope: scope, judged: judged).map { finding in
            var finding = finding
            let first = finding.place.flatMap { firstEmbed[$0.path] }
            finding.embed = finding.embed.flatMap { embed in first.map { $0 + embed } }
            return finding
        }
        .inReportOrder()
        Fingerprint.assign(to: &report.findings)
        applyBaseline(to: &report, scope: scope, judged: judged)
        report.summary.files = files
        report.summary.parsed = pages.count
        count(&report)
        decide(&report)
        return report
    }

    /// All findings, those marked that comments silence, and what there is to say about such comments.
    private func findings(
        of pages: [LintedPage], _ siteFindings: [Finding], scope: RunScope?, judged: Set<String>
    ) -> [Finding] {
        var findings = pages.flatMap(\.findings) + siteFindings
        var comments = PageSuppressions(pages)
        guard !comments.isEmpty else { return findings }
        comments.apply(to: &findings)
        guard let scope, scope.isComplete else { return findings }
        return findings + scope.linter.lintSuppressions(comments.outcomes, judged: judged)
    }

    private func applyBaseline(to report: inout Report, scope: RunScope?, judged: Set<String>) {
        switch baseline {
        case .none: break
        case .record:
            for index in report.findings.indices where !report.findings[index].isSuppressed {
                report.findings[index].suppression = .baseline
            }
        case .known(let known, let path, let isStrict):
            let missed = known.apply(to: &report.findings)
            guard let scope, scope.isComplete else { return }
            let gone = StaleEntries(missed, of: known, scope: scope, judged: judged)
            guard !gone.entries.isEmpty else { return }
            report.remarks.append(gone.remark(path: path, isStrict: isStrict))
            if isStrict { report.summary.staleEntries = gone.entries.count }
        }
    }

    func count(_ report: inout Report) {
        report.summary.embeds = report.embeds.count
        report.summary.failures = report.failures.count
        for finding in report.findings {
            switch finding.severity {
            case _ where finding.isSuppressed: report.summary.suppressed += 1
            case .error: report.summary.errors += 1
            case .warning: report.summary.warnings += 1
            case .note: report.summary.notes += 1
            }
        }
    }

    func decide(_ report: inout Report) {
        (report.failOn, report.passesInconclusive) = (failOn, passesInconclusive)
        let fails = report.findings.contains { report.isFailed(by: $0) }
        if report.failures.contains(where: { $0.reason == .defect }) {
            report.verdict = .inconclusive
            report.exitStatus = 70
        } else if fails || report.summary.staleEntries > 0 || (requiresEmbeds && report.embeds.isEmpty) {
            report.verdict = .fail
            report.exitStatus = 1
        } else if !report.failures.isEmpty, !passesInconclusive {
            report.verdict = .inconclusive
            report.exitStatus = 2
        }
    }
}
