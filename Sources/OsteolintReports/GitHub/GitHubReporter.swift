public import OsteolintCore

/// Writes a report as annotations for GitHub Actions: the worst ten, since GitHub shows ten of a step and a level.
public struct GitHubReporter: Sendable {
    private static let most = 10
    private static let subjectsShown = 5
    private let hasSummary: Bool

    /// Makes a reporter.
    ///
    /// - Parameter hasSummary: whether the rest stands in the step's summary.
    public init(hasSummary: Bool = false) {
        self.hasSummary = hasSummary
    }

    /// Writes the commands, one a line; none where there is nothing to say.
    public func write(_ report: Report, to output: ReportStream) {
        let groups = FailureGroup.groups(of: report.failures)
        let failures = groups.prefix(Self.most).map { Self.command($0, in: report) }
        let others = [Severity.warning, .note].flatMap { Self.commands($0, in: report) }
        let commands = (Self.commands(.error, in: report) + failures + others).prefix(Self.most)
        for command in commands { output.write(command.line) }
        let summary = report.summary
        let all = summary.errors + summary.warnings + summary.notes + groups.count
        if let closing = closing(report, shown: commands.count, left: all - commands.count) {
            output.write(closing.line)
        }
    }

    /// The first ten findings of a severity.
    private static func commands(_ severity: Severity, in report: Report) -> [WorkflowCommand] {
        report.findings.lazy.filter { $0.severity == severity && !$0.isSuppressed }.prefix(most).map { finding in
            let help = finding.help.map { "; \($0)" } ?? ""
            return WorkflowCommand(
                level: WorkflowCommand.Level(severity), title: finding.rule, message: finding.message + help,
                place: finding.place)
        }
    }

    /// What could not be checked is an error where that is what the run fails on.
    private static func command(_ group: FailureGroup, in report: Report) -> WorkflowCommand {
        let rest = group.subjects.count - min(group.subjects.count, subjectsShown)
        let subjects =
            group.subjects.prefix(subjectsShown).joined(separator: ", ") + (rest == 0 ? "" : " and \(rest) more")
        return WorkflowCommand(
            level: report.verdict == .inconclusive ? .error : .warning, title: "not checked: \(group.reason.rawValue)",
            message: "\(group.message): \(subjects)")
    }

    /// How many are not annotated, and where they are; or the verdict, where it is not good and no annotation says why.
    private func closing(_ report: Report, shown: Int, left: Int) -> WorkflowCommand? {
        let line = ClosingLine(report, style: TextStyle(isColoured: false)).text
        guard left > 0 else {
            let isTold = shown > 0 && ![.staleEntries, .noEmbeds].contains(RunCause(report))
            guard !isTold, report.verdict != .pass else { return nil }
            return WorkflowCommand(level: .error, title: "osteolint", message: line)
        }
        let place = hasSummary ? "the step's summary lists them" : "write them with --format text, html or markdown"
        return WorkflowCommand(level: .notice, title: "osteolint", message: "\(left) more: \(place); \(line)")
    }
}
