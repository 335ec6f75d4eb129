import Testing

@testable import OsteolintCore

@Suite("What a baseline lets pass")
struct BaselineTests {
    private static func finding(_ rule: String, _ path: String?, line: Int, fault: String = "fault") -> Finding {
        let start = SourceLocation(line: line, column: 1)
        let place = path.map { Place(path: $0, range: SourceRange(start: start, end: start)) }
        return Finding(rule: rule, severity: .error, message: "message \(line)", place: place, fault: fault)
    }

    private static func report(_ findings: [Finding], _ baseline: BaselineUse) -> Report {
        var builder = ReportBuilder()
        builder.baseline = baseline
        return builder.report(command: "check", pages: [], siteFindings: findings, failures: [], files: 1)
    }

    private static func recorded(_ findings: [Finding]) -> Baseline { Baseline(of: report(findings, .record)) }

    private static func known(_ baseline: Baseline) -> BaselineUse {
        .known(baseline, path: "known.json", isStrict: false)
    }

    @Test("Entries are sorted, and equal findings of a file are one")
    func recording() {
        let baseline = Self.recorded([
            Self.finding("b", "b.html", line: 1), Self.finding("b", "a.html", line: 9),
            Self.finding("b", "a.html", line: 4), Self.finding("a", "a.html", line: 7), Self.finding("c", nil, line: 1),
        ])
        #expect(
            baseline.entries.map { "\($0.path ?? "") \($0.rule) \($0.count)" } == [
                " c 1", "a.html a 1", "a.html b 2", "b.html b 1",
            ])
        #expect(baseline.entries[2].message == "message 4")
    }

    @Test("What was written down passes, on whatever lines it stands")
    func moved() {
        let baseline = Self.recorded([Self.finding("a", "a.html", line: 1), Self.finding("a", "a.html", line: 2)])
        let report = Self.report(
            [Self.finding("a", "a.html", line: 50), Self.finding("a", "a.html", line: 70)], Self.known(baseline))
        #expect(report.verdict == .pass)
        #expect(report.summary.suppressed == 2 && report.summary.errors == 0)
        #expect(report.findings.allSatisfy { $0.suppression == .baseline })
    }

    @Test("One more than written down counts, and it is the last")
    func more() {
        let baseline = Self.recorded([Self.finding("a", "a.html", line: 1)])
        let report = Self.report(
            [Self.finding("a", "a.html", line: 1), Self.finding("a", "a.html", line: 2)], Self.known(baseline))
        #expect(report.findings.map(\.isSuppressed) == [true, false])
        #expect(report.verdict == .fail)
    }

    @Test("Another fault, rule or file never passes")
    func different() {
        let baseline = Self.recorded([Self.finding("a", "a.html", line: 1)])
        let others = [
            Self.finding("a", "a.html", line: 1, fault: "another"), Self.finding("b", "a.html", line: 1),
            Self.finding("a", "b.html", line: 1), Self.finding("a", nil, line: 1),
        ]
        #expect(Self.report(others, Self.known(baseline)).summary.suppressed == 0)
    }

    @Test("An entry is for its own rule and file, whatever content it claims")
    func forged() {
        let finding = Self.finding("a", "a.html", line: 1)
        let content = Self.recorded([finding]).entries[0].content
        for (rule, path) in [("b", "a.html"), ("a", "b.html")] {
            let entry = Baseline.Entry(rule: rule, path: path, content: content, count: 1, message: "")
            #expect(Self.report([finding], Self.known(Baseline([entry]))).summary.suppressed == 0)
        }
    }

    @Test("What a comment silences uses nothing up")
    func comments() {
        var silenced = Self.finding("a", "a.html", line: 1)
        silenced.suppression = .comment(reason: nil)
        let baseline = Self.recorded([Self.finding("a", "a.html", line: 1)])
        let report = Self.report([silenced, Self.finding("a", "a.html", line: 2)], Self.known(baseline))
        #expect(report.findings.map(\.suppression) == [.comment(reason: nil), .baseline])
        #expect(Self.recorded([silenced]).entries.isEmpty)
    }

    @Test("White space and hidden ids make no difference to a fault")
    func normalised() {
        #expect(Fingerprint.normalised("  a \t\n b\u{A0}c ") == "a b c")
        #expect(Fingerprint.normalised("id *** of **") == "id * of *")
        #expect(Fingerprint.normalised("") == "" && Fingerprint.normalised(" \n") == "")
    }
}
