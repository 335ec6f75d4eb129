/// Puts a report together: sorts once, counts, and decides the verdict.
public struct ReportBuilder: Sendable {
    /// From which severity on a finding makes the run fail; nil for none.
    public var failOn: Severity?
    /// Whether what could not be checked is passed over.
    public var passesInconclusive: Bool
    /// Whether a site without any embed fails.
    public var requiresEmbeds: Bool

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
    /// - Returns: the report.
    public func report(
        command: String,
        pages: [LintedPage],
        siteFindings: [Finding],
        failures: [Failure],
        origins: [OriginJudgement] = [],
        files: Int,
        live: LiveResults = LiveResults()
    ) -> Report {
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
        report.findings = (pages.flatMap(\.findings) + siteFindings).map { finding in
            var finding = finding
            let first = finding.place.flatMap { firstEmbed[$0.path] }
            finding.embed = finding.embed.flatMap { embed in first.map { $0 + embed } }
            return finding
        }
        .sorted(by: Self.comesBefore)
        Fingerprint.assign(to: &report.findings)
        report.summary.files = files
        report.summary.parsed = pages.count
        count(&report)
        decide(&report)
        return report
    }

    private static func comesBefore(_ left: Finding, _ right: Finding) -> Bool {
        if left.place?.path != right.place?.path { return (left.place?.path ?? "") < (right.place?.path ?? "") }
        let start = SourceLocation(line: 0, column: 0)
        let leftStart = left.place?.range?.start ?? start
        let rightStart = right.place?.range?.start ?? start
        if leftStart != rightStart { return leftStart < rightStart }
        return (left.rule, left.message) < (right.rule, right.message)
    }

    private func count(_ report: inout Report) {
        report.summary.embeds = report.embeds.count
        report.summary.failures = report.failures.count
        for finding in report.findings {
            switch finding.severity {
            case _ where finding.suppressed: report.summary.suppressed += 1
            case .error: report.summary.errors += 1
            case .warning: report.summary.warnings += 1
            case .note: report.summary.notes += 1
            }
        }
    }

    private func decide(_ report: inout Report) {
        let fails = report.findings.contains { finding in
            !finding.suppressed && failOn.map { finding.severity >= $0 } ?? false
        }
        if report.failures.contains(where: { $0.reason == .defect }) {
            report.verdict = .inconclusive
            report.exitStatus = 70
        } else if fails || (requiresEmbeds && report.embeds.isEmpty) {
            report.verdict = .fail
            report.exitStatus = 1
        } else if !report.failures.isEmpty, !passesInconclusive {
            report.verdict = .inconclusive
            report.exitStatus = 2
        }
    }
}
