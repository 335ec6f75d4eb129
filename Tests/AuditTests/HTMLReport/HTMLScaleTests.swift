import HeadlessChromium
import OsteolintCore
import OsteolintReports
import ProgramRuns
import Testing

extension HTMLReports {
    @Suite("A very large HTML report")
    struct HTMLScaleTests {
        /// A report with as many faults, each another one, by three rules.
        private static func report(of count: Int) -> Report {
            var report = ReportBuilder().report(command: "check", pages: [], siteFindings: [], failures: [], files: 500)
            report.findings = (0..<count).map { number in
                let line = number % 200 + 1
                let range = SourceRange(
                    start: SourceLocation(line: line, column: 9), end: SourceLocation(line: line, column: 14))
                let severity: Severity = number % 10 == 0 ? .error : .warning
                var finding = Finding(
                    rule: "rule-\(number % 10 == 0 ? "a" : number == 1 ? "c" : "b")", severity: severity,
                    message: "fault \(number) is wrong", help: "write something else",
                    place: Place(path: "page-\(number / 200).html", range: range))
                finding.snippet = Snippet(text: "<iframe fault=\"\(number)\">", firstColumn: 1)
                return finding
            }
            report.verdict = .fail
            report.summary.errors = count / 10
            report.summary.warnings = count - count / 10
            return report
        }

        @Test("100,000 faults open, show their counts, and filter right")
        func scale() async throws {
            let opened = try OpenedReport(Self.report(of: 100_000), tool: ToolComponent(version: "0", rules: []))
            try await opened.open { page in
                #expect(try await page.text(of: "h1").hasPrefix("Failed: 10,000 errors and 90,000 warnings"))
                #expect(try await page.evaluate("document.querySelectorAll('.fault').length").number == 500)
                // Each rule gets its share, however little of it there is.
                #expect(try await page.evaluate("document.querySelectorAll('#rule-1 .fault').length").number == 1)
                try await page.press("/")
                try await page.type("99999")
                #expect(
                    try await page.text(of: "#result")
                        == "1 of 100,000 faults matches the filters")
                #expect(try await page.text(of: ".fault h4") == "warning fault 99999 is wrong")
                try await page.press("Escape")
                #expect(try await page.text(of: "#result") == "100,000 faults found in 500 pages")
                try await page.click("input[value=warning]")
                #expect(try await page.text(of: "#result") == "10,000 of 100,000 faults match the filters")
                #expect(try await page.evaluate("document.querySelectorAll('.fault').length").number == 100)
                try await page.evaluate("document.querySelector('button.more:not([hidden])').click()")
                #expect(try await page.evaluate("document.querySelectorAll('.fault').length").number == 200)
            }
        }

        @Test("Without scripts the report says how many faults there are besides")
        func scriptsOff() async throws {
            let opened = try OpenedReport(Self.report(of: 2000), tool: ToolComponent(version: "0", rules: []))
            try await opened.open(runsScripts: false) { page in
                let rest = try await page.text(of: "#static-rest")
                #expect(rest.hasPrefix("Without scripts, 500 of the 2,000 faults"))
                #expect(try await page.count("#static-rest") == 1)
            }
        }
    }
}
