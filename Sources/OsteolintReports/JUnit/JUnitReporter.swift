public import OsteolintCore

/// Writes a report as JUnit XML, for the test views of Jenkins, GitLab and Azure.
///
/// A suite is a page, a case of it a rule that found something there: it fails where the run does, and is skipped where
/// all that it found is suppressed. Findings that do not fail the run stand in the suite's output. The first suite is
/// the run itself, with what could not be checked and what was not tried.
public struct JUnitReporter: Sendable {
    /// Makes a reporter.
    public init() {}

    /// Writes the document, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        let xml = XMLWriter(to: output)
        xml.element("testsuites", [:]) {
            var suites = JUnitSuites(of: report, to: xml)
            suites.writeRun()
            var seen: Set<String> = []
            var start = 0
            while start < report.findings.count {
                let path = report.findings[start].file
                let end = report.findings[start...].firstIndex { $0.file != path } ?? report.findings.count
                suites.writePage(path, findings: start..<end)
                seen.insert(path)
                start = end
            }
            for embed in report.embeds where seen.insert(embed.path).inserted {
                suites.writePage(embed.path, findings: 0..<0)
            }
        }
    }
}
