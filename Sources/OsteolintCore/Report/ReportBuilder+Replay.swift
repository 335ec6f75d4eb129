extension ReportBuilder {
    /// Makes a report anew, of which a part was judged again.
    ///
    /// A finding that is the same as before keeps its fingerprint, and stays suppressed if it was.
    ///
    /// - Parameters:
    ///   - recorded: the report as it was.
    ///   - rules: the ids of the rules that judged again; their findings before do not count.
    ///   - findings: what they found; `embed` is the place in its page.
    ///   - failures: what could not be checked.
    ///   - origins: what is to be said of the declared origins.
    ///   - live: what was found out over the network; of it the verdicts count.
    /// - Returns: the report, decided by this builder.
    public func report(
        again recorded: Report, rules: Set<String>, findings: [Finding], failures: [Failure],
        origins: [OriginJudgement], live: LiveResults
    ) -> Report {
        var report = recorded
        let firstEmbed = Dictionary(report.embeds.enumerated().map { ($1.path, $0) }) { first, _ in first }
        var judged = findings.map { finding in
            var finding = finding
            let first = finding.place.flatMap { firstEmbed[$0.path] }
            finding.embed = finding.embed.flatMap { embed in first.map { $0 + embed } }
            return finding
        }
        .inReportOrder()
        Fingerprint.assign(to: &judged)
        Self.keepIdentities(of: recorded.findings, in: &judged)
        report.findings = (recorded.findings.filter { !rules.contains($0.rule) } + judged).inReportOrder()
        report.failures = failures.sorted { ($0.subject, $0.message) < ($1.subject, $1.message) }
        report.origins = origins
        report.framing = live.framing
        report.statuses = live.statuses
        return decided(report)
    }

    /// The same report, counted and decided anew; an interrupted run stays one.
    public func decided(_ report: Report) -> Report {
        var decided = report
        let before = report.summary
        decided.summary = Report.Summary()
        (decided.summary.files, decided.summary.parsed) = (before.files, before.parsed)
        decided.summary.staleEntries = before.staleEntries
        count(&decided)
        (decided.verdict, decided.exitStatus) = (.pass, 0)
        decide(&decided)
        if report.exitStatus == 130 { decided.markInterrupted() }
        return decided
    }

    private static func keepIdentities(of recorded: [Finding], in judged: inout [Finding]) {
        let known = Dictionary(grouping: recorded, by: \.withoutIdentity)
        var used: [Finding: Int] = [:]
        for index in judged.indices {
            let key = judged[index].withoutIdentity
            let number = used[key, default: 0]
            guard let same = known[key], number < same.count else { continue }
            used[key] = number + 1
            judged[index].fingerprint = same[number].fingerprint
            judged[index].suppression = same[number].suppression
        }
    }
}

extension Finding {
    /// The finding as far as a reader of its JSON sees it, but for what tells it from others.
    public var withoutIdentity: Finding {
        var finding = self
        finding.related = related.map { place in
            Place(path: place.path, range: place.range.map { SourceRange(start: $0.start, end: $0.start) })
        }
        finding.fingerprint = ""
        finding.fault = ""
        finding.content = 0
        finding.element = nil
        finding.fix = nil
        finding.suppression = nil
        return finding
    }
}

extension Report {
    /// Notes that the run was interrupted: what was known by then is no pass.
    public mutating func markInterrupted() {
        if verdict == .pass { verdict = .inconclusive }
        exitStatus = 130
    }
}
