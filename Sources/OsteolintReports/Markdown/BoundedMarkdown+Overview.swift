import OsteolintCore

extension BoundedMarkdown {
    private static let chainsShown = 30
    private static let urlsShown = 30

    /// Adds the verdict, what to do next, and the counts.
    mutating func addVerdict(of report: Report) {
        let closing = ClosingLine(report, style: TextStyle(isColoured: false))
        let summary = report.summary
        let counts = [
            ("errors", summary.errors), ("warnings", summary.warnings), ("notes", summary.notes),
            ("suppressed", summary.suppressed), ("could not be checked", summary.failures),
        ]
        add(
            "## osteolint: \(closing.verdict)\n\n**\(closing.counts); \(closing.extent).** \(VerdictAdvice(report).text)\n\n"
        )
        add("| \(counts.map(\.0).joined(separator: " | ")) |\n|\(String(repeating: "--:|", count: counts.count))\n")
        add("| \(counts.map { String($0.1) }.joined(separator: " | ")) |\n\n")
        guard summary.suppressed > 0 else { return }
        let are = summary.suppressed == 1 ? "finding is" : "findings are"
        add("\(summary.suppressed) \(are) known to the baseline or to a comment in the page, and not listed here.\n\n")
    }

    /// Adds how many cards browsers show below which origins.
    mutating func addFraming(of report: Report) {
        let rows = FramingSummary(report.framing, style: TextStyle(isColoured: false)).rows
        guard !rows.isEmpty else { return }
        add("### \(FramingSummary.heading)\n\n| page at | allowed | blocked | inconclusive |\n|---|--:|--:|--:|\n")
        addLines(rows, upTo: Self.chainsShown) { row in
            let name = row.ancestors.joined(separator: " > ")
            let counts = ["allowed", "blocked", "inconclusive"].map { String(row.counts[$0] ?? 0) }
            return "| \(MarkdownText.code(name, isInTable: true)) | \(counts.joined(separator: " | ")) |\n"
        }
    }

    /// Adds what the cards show: counts, or a line for each URL where URLs are all that was given.
    mutating func addCards(of report: Report) {
        guard !report.statuses.isEmpty else { return }
        add("### \(StatusSummary.heading)\n\n")
        if report.embeds.isEmpty {
            add("| card | answer | URL |\n|---|---|---|\n")
            addLines(report.statuses, upTo: Self.urlsShown) { status in
                let answer = MarkdownText.code(status.word, isInTable: true)
                return "| \(status.shown.words) | \(answer) | \(MarkdownText.code(status.url, isInTable: true)) |\n"
            }
        } else {
            add("| cards | show | because of |\n|--:|---|---|\n")
            let rows = StatusSummary(report.statuses, namesEach: false, style: TextStyle(isColoured: false)).rows
            addLines(rows, upTo: rows.count) { "| \($0.count) | \($0.shown.words) | \(Self.causes(of: $0)) |\n" }
        }
    }

    private static func causes(of row: StatusSummary.Row) -> String {
        let causes = row.causes.map { cause in
            (cause.count == row.count ? "" : "\(cause.count) ") + MarkdownText.code(cause.word, isInTable: true)
        }
        let more = row.isCut ? ["…"] : []
        return (causes + more).joined(separator: ", ") + (row.isAskedAgain ? "; `--resume` asks these next time" : "")
    }
}
