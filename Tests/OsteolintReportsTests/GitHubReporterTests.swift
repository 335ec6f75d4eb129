import OsteolintCore
import OsteolintReports
import Testing

@Suite("Annotations on GitHub")
struct GitHubReporterTests {
    private func lines(_ report: Report, hasSummary: Bool = false) throws -> [String] {
        let text = try rendered { GitHubReporter(hasSummary: hasSummary).write(report, to: $0) }
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func finding(_ severity: Severity, line: Int) -> Finding {
        var finding = SampleReport.finding("<p>", line: line, from: 1, to: 4, message: "number \(line)")
        finding.severity = severity
        return finding
    }

    @Test("A finding with all its parts")
    func finding() throws {
        let finding = SampleReport.finding("one two", from: 5, to: 8, help: "write three")
        #expect(
            try lines(SampleReport.report([finding])) == [
                "::warning file=page.html,line=3,col=5,endLine=3,endColumn=8,title=embed-hidden"
                    + "::something is wrong; write three"
            ])
    }

    @Test("Columns are left out where a finding goes over several lines, since the runner drops them")
    func severalLines() throws {
        var finding = SampleReport.finding("one", from: 5, to: 8)
        finding.place = Place(
            path: "page.html",
            range: SourceRange(start: SourceLocation(line: 3, column: 5), end: SourceLocation(line: 4, column: 2)))
        var whole = SampleReport.finding("one", from: 5, to: 8, message: "of the file")
        whole.place = Place(path: "page.html", range: nil)
        var none = SampleReport.finding("one", from: 5, to: 8, message: "of an argument")
        none.place = nil
        #expect(
            try lines(SampleReport.report([finding, whole, none])) == [
                "::warning title=embed-hidden::of an argument",
                "::warning file=page.html,title=embed-hidden::of the file",
                "::warning file=page.html,line=3,endLine=4,title=embed-hidden::something is wrong",
            ])
    }

    @Test("Nothing in a text begins another command or property")
    func escaping() throws {
        var finding = SampleReport.finding(
            "x", from: 1, to: 2, path: "a,line=9::\n::error::%0A,b.html",
            message: "100%0A\r\n::error::\u{1B}[2J\u{2028}")
        finding.rule = "r:,%"
        #expect(
            try lines(SampleReport.report([finding])) == [
                #"::warning file=a%2Cline=9%3A%3A\u{A}%3A%3Aerror%3A%3A%250A%2Cb.html,line=3,col=1,endLine=3,endColumn=2,"#
                    + #"title=r%3A%2C%25::100%250A\u{D}\u{A}::error::\u{1B}[2J\u{2028}"#
            ])
    }

    @Test("The worst ten are annotated, and the rest is counted")
    func worst() throws {
        let findings = (1...8).map { finding(.warning, line: $0) } + (9...15).map { finding(.error, line: $0) }
        var known = finding(.error, line: 16)
        known.suppression = .comment(reason: nil)
        let note = finding(.note, line: 17)
        let report = SampleReport.report(findings + [known, note])
        let written = try lines(report)
        #expect(written.count == 11)
        #expect(written.prefix(7).allSatisfy { $0.hasPrefix("::error file=page.html,line=") })
        #expect(written[0].hasSuffix("::number 9"))
        #expect(written[7...9].map { $0.suffix(8) } == ["number 1", "number 2", "number 3"])
        let counts = "failed: 7 errors, 8 warnings, 1 note, 1 suppressed; no Osteocom embed in 2 pages"
        #expect(
            written[10]
                == "::notice title=osteolint::6 more: write them with --format text, html or markdown; \(counts)")
        #expect(
            try lines(report, hasSummary: true).last
                == "::notice title=osteolint::6 more: the step's summary lists them; \(counts)")
    }

    @Test("What could not be checked is an error where the run fails on it, and a warning elsewhere")
    func failures() throws {
        let failures = (1...7).map { Failure(subject: "\($0).html", reason: .unreadable, message: "cannot be read") }
        let said = "title=not checked%3A unreadable::cannot be read: 1.html, 2.html, 3.html, 4.html, 5.html and 2 more"
        #expect(try lines(SampleReport.report([], failures: failures)) == ["::error \(said)"])
        let both = try lines(SampleReport.report([finding(.error, line: 1)], failures: failures))
        #expect(both.count == 2 && both[1] == "::warning \(said)")
        let passing = ReportBuilder(passesInconclusive: true)
        #expect(try lines(SampleReport.report([], failures: failures, builder: passing)) == ["::warning \(said)"])
    }

    @Test("A run without a fault says nothing, and one that fails without a finding says why")
    func verdicts() throws {
        #expect(try lines(SampleReport.report([])).isEmpty)
        let strict = ReportBuilder(requiresEmbeds: true)
        #expect(
            try lines(SampleReport.report([], builder: strict)) == [
                "::error title=osteolint::failed: no findings; no Osteocom embed in 2 pages, "
                    + "but --require-embeds asks for one"
            ])
    }
}
