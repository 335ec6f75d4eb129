import OsteolintCore
import OsteolintReports

/// A report with one of everything.
enum SmallReport {
    static let tool = ToolComponent(
        version: "1.2.3",
        rules: [
            rule("embed-hidden", .element, .warning), rule("origin-undeclared", .originsAndFraming, .warning),
        ])

    static func report(_ builder: ReportBuilder = ReportBuilder()) -> Report {
        var live = LiveResults()
        live.skipped = [Skip(subject: "https://www.osteocom.me/embed/x", reason: .offline)]
        live.remarks = [Remark(subject: "https://www.osteocom.me", message: "asked through a proxy")]
        return builder.report(
            command: "check", pages: [], siteFindings: [broken, again, known, listed, whole, argument],
            failures: [Failure(subject: "b/ü.html", reason: .unreadable, message: "cannot be read: Permission denied")],
            files: 2, live: live)
    }

    private static func rule(
        _ id: String, _ topic: RuleDescriptor.Topic, _ severity: Severity
    ) -> RuleDescriptor {
        RuleDescriptor(
            id: id, topic: topic, summary: "Reports a thing.", severity: severity,
            rationale: "A <div> hides `a_b`.\n\nIt matters.", remedy: "Show it.",
            references: ["HTML, https://a.example"])
    }

    /// Within a line, with more to see elsewhere.
    private static let broken: Finding = {
        var finding = SampleReport.finding(
            "  <iframe src=x>", from: 3, to: 10, path: "a b.html", message: "nobody sees `x`", help: "show it",
            related: [Place(path: "a b.html", range: nil)])
        finding.severity = .error
        return finding
    }()

    private static let again: Finding = {
        var finding = SampleReport.finding("<iframe>", line: 9, from: 1, to: 9, path: "a b.html", message: "nobody")
        finding.severity = .error
        return finding
    }()

    private static let known: Finding = {
        var finding = SampleReport.finding("<iframe>", line: 12, from: 1, to: 9, path: "a b.html", message: "known")
        finding.suppression = .comment(reason: "until May")
        return finding
    }()

    private static let listed: Finding = {
        var finding = SampleReport.finding("<iframe>", line: 14, from: 1, to: 9, path: "a b.html", message: "listed")
        finding.suppression = .baseline
        return finding
    }()

    /// About a file as a whole.
    private static let whole = Finding(
        rule: "embed-hidden", severity: .warning, message: "a file", place: Place(path: "c.html", range: nil))

    /// From an argument.
    private static let argument = Finding(
        rule: "origin-undeclared", severity: .warning, message: "an origin is not declared", place: nil)
}
