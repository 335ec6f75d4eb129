import OsteolintCore
import OsteolintReports
import Testing

@Suite("The text report")
struct TextReporterTests {
    private func text(_ report: Report, allPlaces: Bool = false) -> String {
        TextReporter(isColoured: false, showsAllPlaces: allPlaces).render(report)
    }

    @Test("A finding with all its parts")
    func finding() {
        let other = Place(path: "other.html", range: nil)
        let finding = SampleReport.finding(
            "one two", from: 5, to: 8, help: "write three", related: [other, Place(path: "a\u{7}.html", range: nil)])
        #expect(
            text(SampleReport.report([finding])) == #"""
                warning[embed-hidden]: something is wrong
                  --> page.html:3:5
                   |
                 3 | one two
                   |     ^^^
                   = help: write three
                   = see also: other.html, a\u{7}.html

                passed: 1 warning; no Osteocom embed in 2 pages

                """#)
    }

    @Test("The same fault in the same markup is shown once, whatever its indentation")
    func sameFault() {
        let pages = (1...9).map { number in
            let indent = String(repeating: " ", count: number)
            return SampleReport.finding(
                indent + "<iframe>", from: number + 1, to: number + 9, path: "page\(number).html")
        }
        let shown = text(SampleReport.report(pages))
        #expect(shown.contains("= the same at 8 more places: page2.html:3:3, page3.html:3:4, "))
        #expect(shown.contains("page6.html:3:7 and 3 more (--all-places lists them)\n"))
        #expect(shown.hasSuffix("passed: 9 warnings; no Osteocom embed in 2 pages\n"))
        #expect(shown.split(separator: "warning[").count == 1)
        let all = text(SampleReport.report(pages), allPlaces: true)
        #expect(all.contains("page8.html:3:9, page9.html:3:10\n"))
        #expect(!all.contains("more ("))
        let two = text(SampleReport.report(Array(pages.prefix(2))))
        #expect(two.contains("   = the same at page2.html:3:3\n"))
    }

    @Test("Another message, markup or help is another fault")
    func otherFault() {
        let findings = [
            SampleReport.finding("<iframe>", from: 1, to: 9, path: "a.html"),
            SampleReport.finding("<iframe >", from: 1, to: 10, path: "b.html"),
            SampleReport.finding("<iframe>", from: 1, to: 9, path: "c.html", message: "another thing is wrong"),
            SampleReport.finding("<iframe>", from: 1, to: 9, path: "d.html", help: "close it"),
        ]
        let shown = text(SampleReport.report(findings))
        #expect(!shown.contains("the same at"))
        #expect(shown.contains("passed: 4 warnings;"))
    }

    @Test("What is suppressed is counted, not shown")
    func suppressed() {
        var finding = SampleReport.finding("<iframe>", from: 1, to: 9)
        finding.suppression = .baseline
        #expect(
            text(SampleReport.report([finding])) == "passed: no findings, 1 suppressed; no Osteocom embed in 2 pages\n")
    }

    @Test("Failures stand behind the findings")
    func failures() {
        let failures = [
            Failure(subject: "b\u{1B}.html", reason: .unreadable, message: "no such file"),
            Failure(subject: "a.html", reason: .tooLarge, message: "larger than 3 bytes"),
        ]
        let report = SampleReport.report([], failures: failures, files: 1)
        #expect(
            text(report) == #"""
                failure[too-large]: larger than 3 bytes
                  --> a.html

                failure[unreadable]: no such file
                  --> b\u{1B}.html

                inconclusive: no findings, 2 failures; no Osteocom embed in 1 page

                """#)
        #expect(report.exitStatus == 2)
    }

    /// How a report is built, and its last line.
    struct Closing: CustomTestStringConvertible, Sendable {
        let builder: ReportBuilder
        let severities: [Severity]
        let line: String
        var files = 3
        var failures: [Failure] = []

        var testDescription: String { line }
    }

    private static let failure = Failure(subject: "a.html", reason: .notText, message: "a PNG image")
    private static let defect = Failure(subject: "a.html", reason: .defect, message: "please report the page")

    private static let closings = [
        Closing(builder: ReportBuilder(), severities: [], line: "passed: no findings; no Osteocom embed in 3 pages"),
        Closing(
            builder: ReportBuilder(), severities: [.note, .warning],
            line: "passed: 1 warning, 1 note; no Osteocom embed in 3 pages"),
        Closing(
            builder: ReportBuilder(failOn: .note), severities: [.note],
            line: "failed: 1 note; no Osteocom embed in 3 pages"),
        Closing(
            builder: ReportBuilder(failOn: nil), severities: [.error],
            line: "passed: 1 error; no Osteocom embed in 3 pages"),
        Closing(
            builder: ReportBuilder(), severities: [.error, .error, .note],
            line: "failed: 2 errors, 1 note; no Osteocom embed in 3 pages"),
        Closing(
            builder: ReportBuilder(requiresEmbeds: true), severities: [],
            line: "failed: no findings; no Osteocom embed in 3 pages, but --require-embeds asks for one"),
        Closing(
            builder: ReportBuilder(), severities: [], line: "inconclusive: no findings, 1 failure; no page was checked",
            files: 0, failures: [failure]),
        Closing(
            builder: ReportBuilder(), severities: [.error],
            line: "failed: 1 error, 1 failure; no Osteocom embed in 1 page", files: 1, failures: [failure]),
        Closing(
            builder: ReportBuilder(passesInconclusive: true), severities: [],
            line: "passed: no findings, 1 failure; no Osteocom embed in 1 page", files: 1, failures: [failure]),
        Closing(
            builder: ReportBuilder(passesInconclusive: true), severities: [],
            line: "inconclusive: no findings, 1 failure; no Osteocom embed in 1 page", files: 1, failures: [defect]),
    ]

    @Test("The closing line says what the exit status says", arguments: closings)
    func closingLine(_ sample: Closing) {
        let findings = sample.severities.enumerated().map { index, severity in
            var finding = SampleReport.finding("one", line: index + 1, from: 1, to: 2)
            finding.severity = severity
            return finding
        }
        let report = SampleReport.report(
            findings, failures: sample.failures, files: sample.files, builder: sample.builder)
        #expect(text(report).split(separator: "\n").last.map(String.init) == sample.line)
        #expect(sample.line.hasPrefix("passed") == (report.exitStatus == 0))
    }

    @Test("An interrupted run says so, whatever it found")
    func interrupted() {
        var report = SampleReport.report([SampleReport.finding("one", from: 1, to: 2)])
        report.exitStatus = 130
        #expect(text(report).hasSuffix("\ninterrupted: 1 warning; no Osteocom embed in 2 pages\n"))
    }

    @Test("Colours change nothing but colours")
    func colours() {
        let failures = [Self.failure]
        let report = SampleReport.report(
            [SampleReport.finding("one", from: 1, to: 2, help: "write two")], failures: failures)
        let coloured = TextReporter(isColoured: true).render(report)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(report))
        #expect(coloured.hasPrefix("\u{1B}[1;33mwarning[embed-hidden]\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[1;33m^\u{1B}[0m\n"))
        let opened = coloured.split(separator: "\u{1B}[").filter { !$0.hasPrefix("0m") }.count - 1
        #expect(coloured.split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).count - 1 == opened + 1)
    }
}
