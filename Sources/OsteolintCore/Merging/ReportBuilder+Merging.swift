extension ReportBuilder {
    /// Makes one report of several: shards of one site, or several sites.
    ///
    /// What several reports hold stands once in it, and nothing becomes better by being merged: a finding that only one
    /// of them suppresses counts, a failure goes only where another report has the answer, and a run that was interrupted
    /// is no pass.
    ///
    /// - Parameter reports: at least one; of reports that are equal and hold something, one counts.
    /// - Returns: the report, with a verdict of its own, and where the reports disagree.
    public func merge(_ reports: [Report]) -> MergedReport {
        let distinct = Self.distinct(reports)
        let conflicts = Self.conflicts(distinct)
        var merged = distinct.count == 1 ? distinct[0].report : Self.union(distinct.map(\.report))
        if reports.contains(where: { $0.exitStatus == Self.interrupted }) { merged.keepInterruption() }
        merged.forgetVerdict()
        count(&merged)
        decide(&merged)
        // An interrupted run never passes, not even where failures are passed over.
        if merged.verdict == .pass, merged.failures.contains(where: { $0.reason == .interrupted }) {
            merged.verdict = .inconclusive
            merged.exitStatus = 2
        }
        return MergedReport(report: merged, conflicts: conflicts)
    }

    /// The exit status of a run that was interrupted.
    private static let interrupted: Int32 = 130

    /// The reports without those that are there already, each with its number.
    ///
    /// Two shards of as many pages without any embed look the same and are not.
    private static func distinct(_ reports: [Report]) -> [(number: Int, report: Report)] {
        reports.enumerated().filter { number, report in
            let tellsApart = !report.embeds.isEmpty || !report.findings.isEmpty
            return !tellsApart || !reports[..<number].contains(report)
        }.map { (number: $0.offset, report: $0.element) }
    }

    private static func conflicts(_ reports: [(number: Int, report: Report)]) -> [MergedReport.Conflict] {
        guard reports.count > 1 else { return [] }
        var holders: [String: (number: Int, embeds: ArraySlice<ReportedEmbed>)] = [:]
        var conflicts: [MergedReport.Conflict] = []
        for (number, report) in reports {
            for (path, embeds) in report.embedsByPage {
                guard let holder = holders[path] else {
                    holders[path] = (number, embeds)
                    continue
                }
                guard holder.number != number, holder.embeds != embeds else { continue }
                conflicts.append(MergedReport.Conflict(path: path, first: holder.number, second: number))
            }
        }
        return conflicts
    }

    private static func union(_ reports: [Report]) -> Report {
        let commands = Set(reports.map(\.command))
        var merged = Report(
            command: commands.count == 1 ? reports[0].command : "report", verdict: .pass, exitStatus: 0)
        var catalogue = MergedCatalogue()
        for report in reports {
            merged.summary.files += report.summary.files
            merged.summary.parsed += report.summary.parsed
            merged.summary.staleEntries += report.summary.staleEntries
            catalogue.add(report)
        }
        (merged.embeds, merged.findings) = embedsAndFindings(reports)
        merged.origins = united(reports.map(\.origins))
        merged.skipped = united(reports.map(\.skipped))
        let shown = catalogue.result(embeds: merged.embeds)
        merged.catalogue = shown.catalogue
        merged.remarks = united(reports.map(\.remarks) + [shown.remarks])
        addAnswers(of: reports, to: &merged)
        return merged
    }

    private static func united<Item: Hashable>(_ lists: [[Item]]) -> [Item] {
        var union = MergedList<Item, Item>()
        for list in lists { union.add(list) }
        return union.items
    }

    /// All embeds in order, and all findings in order with the embeds' new indexes.
    private static func embedsAndFindings(_ reports: [Report]) -> ([ReportedEmbed], [Finding]) {
        var embeds = MergedList<ReportedEmbed, ReportedEmbed>()
        let indexes = reports.map { embeds.add($0.embeds) }
        let order = embeds.items.indices.sorted { left, right in
            let (first, second) = (embeds.items[left], embeds.items[right])
            if first.path != second.path { return first.path < second.path }
            return first.location == second.location ? left < right : first.location < second.location
        }
        var places = Array(repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = place }
        var findings = MergedList<Finding.Identity, Finding>()
        for (report, indexes) in zip(reports, indexes) {
            let renumbered = report.findings.map { finding in
                var finding = finding
                finding.embed = finding.embed.map { places[indexes[$0]] }
                return finding
            }
            findings.add(renumbered, key: \.identity) { $0.unite(with: $1) }
        }
        return (order.map { embeds.items[$0] }, Fingerprint.distinct(findings.items.inReportOrder()))
    }

    private static func addAnswers(of reports: [Report], to merged: inout Report) {
        var answers = LiveAnswers()
        for report in reports { answers.add(report) }
        merged.framing = answers.framing(inOrderOf: merged.embeds)
        merged.statuses = answers.statuses(inOrderOf: merged.embeds)
        merged.failures = united(reports.enumerated().map { answers.openFailures(of: $1, number: $0) })
            .sorted { ($0.subject, $0.message) < ($1.subject, $1.message) }
    }
}

extension Report {
    /// The embeds page by page; those of one page stand side by side.
    fileprivate var embedsByPage: [(path: String, embeds: ArraySlice<ReportedEmbed>)] {
        var pages: [(path: String, embeds: ArraySlice<ReportedEmbed>)] = []
        var start = 0
        for index in embeds.indices where index + 1 == embeds.count || embeds[index + 1].path != embeds[index].path {
            pages.append((embeds[start].path, embeds[start...index]))
            start = index + 1
        }
        return pages
    }

    /// Takes back what is counted and decided anew; how many pages were read stays.
    fileprivate mutating func forgetVerdict() {
        let pages = summary
        summary = Summary()
        summary.files = pages.files
        summary.parsed = pages.parsed
        summary.staleEntries = pages.staleEntries
        verdict = .pass
        exitStatus = 0
    }

    /// Says that a run was interrupted where no failure says it.
    fileprivate mutating func keepInterruption() {
        guard !failures.contains(where: { $0.reason == .interrupted }) else { return }
        failures.append(
            Failure(
                subject: command, reason: .interrupted,
                message: "a run that is in this report was interrupted, and what was open then was not checked; "
                    + "run it again to its end"))
        failures.sort { ($0.subject, $0.message) < ($1.subject, $1.message) }
    }
}
