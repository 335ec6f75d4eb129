import OsteolintCore
import OsteolintReports
import OsteolintRules

/// Writes a report in every format that was asked for.
struct ReportWriter {
    private let writer: OutputWriter<ReportFormat>
    private let showsAllPlaces: Bool
    /// Where the rest of what GitHub shows goes; nil where GitHub is not written for.
    private let summary: StepSummary?
    private let tool = ToolComponent(version: Osteolint.version, rules: RuleRegistry.all.map { $0.descriptor })

    /// Checks the formats and their files before anything is read.
    ///
    /// - Throws: `UsageError` when two formats would share a file or standard output, or a file cannot be written.
    init(_ formats: [OutputFormat<ReportFormat>], showsAllPlaces: Bool) throws(UsageError) {
        writer = try OutputWriter(formats, usual: .text)
        self.showsAllPlaces = showsAllPlaces
        summary = formats.contains { $0.kind == .github } ? StepSummary() : nil
    }

    /// Writes the report.
    ///
    /// - Throws: `UsageError` when a file cannot be written; the other formats are written all the same.
    func write(_ report: Report) throws(UsageError) {
        let hasSummary = summary?.add(report, tool) ?? false
        try writer.write { kind, isOnScreen, output in
            switch kind {
            case .text: textReporter(isOnScreen).write(report, to: output)
            case .json: JSONReporter(version: tool.version).write(report, to: output)
            case .html: HTMLReporter(tool).write(report, to: output)
            case .sarif: SARIFReporter(tool).write(report, to: output)
            case .junit: JUnitReporter().write(report, to: output)
            case .github: GitHubReporter(hasSummary: hasSummary).write(report, to: output)
            case .gitlab: GitLabReporter().write(report, to: output)
            case .markdown: MarkdownReporter(tool).write(report, to: output)
            }
        }
    }

    private func textReporter(_ isOnScreen: Bool) -> TextReporter {
        TextReporter(
            isColoured: isOnScreen && StandardStreams.isColoured, showsAllPlaces: showsAllPlaces,
            width: isOnScreen ? StandardStreams.width ?? TextReporter.usualWidth : TextReporter.usualWidth)
    }
}
