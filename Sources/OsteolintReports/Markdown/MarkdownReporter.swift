public import OsteolintCore

/// Writes a report as a summary in Markdown, for a pull request, an issue or the page of a CI job.
public struct MarkdownReporter: Sendable {
    /// The bytes that a summary has at the most where nothing else is said: a comment on GitHub takes 65,536 characters.
    public static let commentLimit = 65_000
    /// The fewest bytes that a summary can be kept to.
    public static let smallestLimit = 16_000

    private let tool: ToolComponent
    private let limit: Int

    /// Makes a reporter.
    ///
    /// - Parameters:
    ///   - tool: osteolint itself.
    ///   - limit: the bytes that the summary may have at the most, not below `smallestLimit`.
    public init(_ tool: ToolComponent, limit: Int = Self.commentLimit) {
        self.tool = tool
        self.limit = max(limit, Self.smallestLimit)
    }

    /// Writes the summary, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        var head = BoundedMarkdown(room: limit / 4)
        head.addVerdict(of: report)
        head.addFraming(of: report)
        head.addCards(of: report)
        var foot = BoundedMarkdown(room: limit / 4)
        foot.addFailures(of: report)
        foot.addSkipped(of: report)
        foot.addCatalogue(of: report)
        foot.addRemarks(of: report)
        foot.conclude("osteolint \(MarkdownText.code(tool.version))\n")
        let room = limit - head.text.utf8.count - foot.text.utf8.count
        output.write(head.text)
        output.write(MarkdownFindings(report, rules: tool.rules, room: room).text)
        output.write(foot.text)
    }
}
