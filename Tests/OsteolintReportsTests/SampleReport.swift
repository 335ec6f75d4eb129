import OsteolintCore

/// Reports put together by hand.
enum SampleReport {
    /// A finding in one line of source, from one column to before another, both counted from one.
    static func finding(
        _ source: String,
        line: Int = 3,
        from start: Int,
        to end: Int,
        path: String = "page.html",
        message: String = "something is wrong",
        help: String? = nil,
        related: [Place] = []
    ) -> Finding {
        let range = SourceRange(
            start: SourceLocation(line: line, column: start), end: SourceLocation(line: line, column: end))
        var finding = Finding(
            rule: "embed-hidden", severity: .warning, message: message, help: help,
            place: Place(path: path, range: range), related: related)
        finding.snippet = Snippet(text: source, firstColumn: 1)
        return finding
    }

    /// A report of findings and failures.
    static func report(
        _ findings: [Finding],
        failures: [Failure] = [],
        files: Int = 2,
        builder: ReportBuilder = ReportBuilder()
    ) -> Report {
        builder.report(
            command: "check", pages: [], siteFindings: findings, failures: failures, files: files)
    }
}
