import OsteolintCore

/// The last line of a report's text: the verdict that the exit status stands for, and the counts.
struct ClosingLine {
    /// The exit status of a run that was interrupted.
    private static let interrupted: Int32 = 130

    /// The verdict in one word.
    let verdict: String
    /// How many findings there are.
    let counts: String
    /// How much was looked at.
    let extent: String

    var text: String { "\(verdict): \(counts); \(extent)" }

    init(_ report: Report, style: TextStyle) {
        verdict = Self.verdict(report, style)
        counts = Self.counts(report.summary, style)
        extent = Self.extent(report) + Self.stale(report)
    }

    private static func verdict(_ report: Report, _ style: TextStyle) -> String {
        if report.exitStatus == interrupted { return style.severity(.warning, "interrupted") }
        return switch report.verdict {
        case .pass: style.good("passed")
        case .fail: style.severity(.error, "failed")
        case .inconclusive: style.severity(.warning, "inconclusive")
        }
    }

    private static func counts(_ summary: Report.Summary, _ style: TextStyle) -> String {
        var parts: [String] = []
        if summary.errors > 0 { parts.append(style.severity(.error, count(summary.errors, "error"))) }
        if summary.warnings > 0 { parts.append(style.severity(.warning, count(summary.warnings, "warning"))) }
        if summary.notes > 0 { parts.append(style.severity(.note, count(summary.notes, "note"))) }
        if parts.isEmpty { parts.append("no findings") }
        if summary.suppressed > 0 { parts.append("\(summary.suppressed) suppressed") }
        if summary.failures > 0 { parts.append(style.failure(count(summary.failures, "failure"))) }
        return parts.joined(separator: ", ")
    }

    /// What was looked at, and what is missing where that alone makes the run fail.
    private static func extent(_ report: Report) -> String {
        let summary = report.summary
        guard summary.files > 0 else {
            return report.statuses.isEmpty
                ? "no page was checked" : "\(count(report.statuses.count, "card")) asked about"
        }
        let pages = count(summary.files, "page") + (report.command == "compare" ? " of two renders" : "")
        guard summary.embeds == 0 else { return "\(count(summary.embeds, "Osteocom embed")) in \(pages)" }
        let findings = summary.errors + summary.warnings + summary.notes
        let isWhatFails = report.verdict == .fail && findings == 0 && report.summary.staleEntries == 0
        return "no Osteocom embed in \(pages)" + (isWhatFails ? ", but --require-embeds asks for one" : "")
    }

    /// What of the baseline makes the run fail.
    private static func stale(_ report: Report) -> String {
        switch report.summary.staleEntries {
        case 0: ""
        case 1: "; an entry of the baseline no longer occurs"
        default: "; \(report.summary.staleEntries) entries of the baseline no longer occur"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
