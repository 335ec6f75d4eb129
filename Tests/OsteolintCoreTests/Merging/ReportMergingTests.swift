import OsteolintCore
import Testing

@Suite("Reports that are merged")
struct ReportMergingTests {
    private func embed(_ path: String, line: Int = 1, product: String = "66d579675f2a4b8c9df15e43") -> ReportedEmbed {
        let url = "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=\(product)"
        return ReportedEmbed(
            path: path, location: SourceLocation(line: line, column: 1), element: "iframe", state: "live",
            context: "document", src: url, url: url, environment: "production", clientID: "kT4mRZ81qLwYc0dXaB2e",
            productID: product, partnerUserID: nil)
    }

    private func finding(
        _ path: String?, line: Int = 1, severity: Severity = .error, embed: Int? = nil, related: [Place] = []
    ) -> Finding {
        let start = SourceLocation(line: line, column: 1)
        let place = path.map { Place(path: $0, range: SourceRange(start: start, end: start)) }
        var finding = Finding(
            rule: "a-rule", severity: severity, message: "m", place: place, related: related, embed: embed)
        finding.fingerprint = "\(path ?? "") \(line)"
        return finding
    }

    private func report(
        _ embeds: [ReportedEmbed] = [], _ findings: [Finding] = [], failures: [Failure] = [], files: Int = 1,
        command: String = "check", exitStatus: Int32 = 0
    ) -> Report {
        var report = Report(command: command, verdict: .pass, exitStatus: exitStatus)
        report.embeds = embeds
        report.findings = findings
        report.failures = failures
        report.summary.files = files
        report.summary.parsed = embeds.isEmpty ? 0 : files
        return report
    }

    private func merged(_ reports: Report..., builder: ReportBuilder = ReportBuilder()) -> Report {
        builder.merge(reports).report
    }

    @Test("Embeds and findings are sorted anew, and the embeds' indexes follow")
    func shards() {
        let second = report([embed("b.html"), embed("d.html")], [finding("d.html", embed: 1)], files: 7)
        let first = report([embed("a.html"), embed("c.html")], [finding("c.html", embed: 1)], files: 5)
        let merged = merged(second, first)
        #expect(merged.embeds.map(\.path) == ["a.html", "b.html", "c.html", "d.html"])
        #expect(merged.findings.map(\.embed) == [2, 3])
        #expect(merged.summary.files == 12)
        #expect(merged.summary.parsed == 12)
        #expect(merged.summary.embeds == 4)
        #expect(merged.summary.errors == 2)
        #expect(merged.exitStatus == 1)
        #expect(merged == self.merged(first, second))
        #expect(merged == self.merged(first, second, first, second))
        #expect(merged.command == "check")
        #expect(self.merged(first, report([embed("e.html")], command: "audit")).command == "report")
    }

    @Test("Two shards of as many pages without an embed are two")
    func emptyShards() {
        #expect(merged(report(files: 500), report(files: 500)).summary.files == 1000)
    }

    @Test("The same finding of several reports stands once, with the worse severity and all further places")
    func sameFinding() {
        let places = ["x", "y", "z"].map { Place(path: $0, range: nil) }
        let merged = merged(
            report([], [finding(nil, severity: .warning, related: [places[2], places[0]])]),
            report([], [finding(nil, severity: .error, related: [places[1], places[2]])]),
            report([], [finding(nil, severity: .note, related: [])]))
        #expect(merged.findings.count == 1)
        #expect(merged.findings[0].severity == .error)
        #expect(merged.findings[0].related == places)
        #expect(merged.summary.errors == 1)
    }

    @Test("A finding that only some reports suppress counts")
    func suppression() {
        var suppressed = finding("a.html")
        suppressed.suppression = .baseline
        let all = merged(report([], [suppressed]), report([], [suppressed], files: 2))
        #expect(all.summary.suppressed == 1)
        #expect(all.exitStatus == 0)
        let some = merged(report([], [suppressed]), report([], [finding("a.html")]))
        #expect(some.summary.suppressed == 0)
        #expect(some.summary.errors == 1)
        #expect(some.exitStatus == 1)
    }

    @Test("A page of which reports hold other embeds is told, and nothing of it is lost")
    func conflict() {
        let same = embed("index.html", line: 1)
        let first = report([same, embed("index.html", line: 2)], [finding("index.html", line: 2, embed: 1)])
        let second = report([same, embed("index.html", line: 3)], [finding("index.html", line: 3, embed: 1)])
        let result = ReportBuilder().merge([first, first, second, report([embed("other.html")])])
        #expect(result.conflicts.map(\.path) == ["index.html"])
        #expect(result.conflicts.map { [$0.first, $0.second] } == [[0, 2]])
        #expect(result.report.embeds.map(\.location.line) == [1, 2, 3, 1])
        #expect(result.report.findings.map(\.embed) == [1, 2])
    }

    @Test("A name keeps pages of several sites apart, and leaves URLs alone")
    func names() throws {
        let place = Place(path: "b.html", range: nil)
        var report = report(
            [embed("a.html"), embed("https://lms.partner.com/c")], [finding("a.html", related: [place])],
            failures: [
                Failure(subject: "a.html", reason: .unreadable, message: "m"),
                Failure(subject: "http://partner.com", reason: .tls, message: "m"),
            ])
        report.remarks = [Remark(subject: ".osteolint.yml", message: "m")]
        let named = report.named("shop")
        #expect(named.embeds.map(\.path) == ["shop/a.html", "https://lms.partner.com/c"])
        #expect(named.findings[0].place?.path == "shop/a.html")
        #expect(named.findings[0].related[0].path == "shop/b.html")
        #expect(named.findings[0].fingerprint == report.findings[0].fingerprint)
        #expect(named.failures.map(\.subject) == ["shop/a.html", "http://partner.com"])
        #expect(named.remarks[0].subject == "shop/.osteolint.yml")
        let both = ReportBuilder().merge([named, report.named("blog")])
        #expect(both.conflicts.isEmpty)
        #expect(both.report.summary.errors == 2)
        #expect(both.report.summary.files == 2)
    }

    @Test("The verdict is decided anew")
    func verdict() {
        let failure = Failure(subject: ".", reason: .noInput, message: "m")
        let clean = report([embed("a.html")], [finding("a.html", severity: .warning)], exitStatus: 1)
        #expect(merged(clean).exitStatus == 0)
        #expect(merged(clean, builder: ReportBuilder(failOn: .warning)).exitStatus == 1)
        #expect(merged(report(files: 3), builder: ReportBuilder(requiresEmbeds: true)).exitStatus == 1)
        let empty = report(failures: [failure], files: 0, exitStatus: 2)
        #expect(merged(clean, empty).failures == [failure])
        #expect(merged(clean, empty).verdict == .inconclusive)
        #expect(merged(clean, empty, builder: ReportBuilder(passesInconclusive: true)).verdict == .pass)
        let defect = report(failures: [Failure(subject: "a", reason: .defect, message: "m")])
        #expect(merged(clean, defect).exitStatus == 70)
    }

    @Test("An interrupted run is no pass, whatever is passed over")
    func interrupted() {
        let cut = report([embed("a.html")], exitStatus: 130)
        for builder in [ReportBuilder(), ReportBuilder(passesInconclusive: true)] {
            let merged = merged(cut, report([embed("b.html")]), builder: builder)
            #expect(merged.failures.map(\.reason) == [.interrupted])
            #expect(merged.summary.failures == 1)
            #expect(merged.verdict == .inconclusive)
            #expect(merged.exitStatus == 2)
            #expect(self.merged(merged, builder: builder) == merged)
        }
        let told = Failure(subject: "https://www.osteocom.me", reason: .interrupted, message: "m")
        #expect(merged(report(failures: [told], exitStatus: 130)).failures == [told])
    }

    @Test("What several reports list stands once: failures, origins, what was skipped, remarks")
    func lists() {
        let lists = ["a", "b"].map { subject in
            var report = report([embed("\(subject).html")])
            report.origins = OriginJudgement.judge(["https://partner.com", "https://\(subject).partner.com"])
            report.failures = ["z", subject].map { Failure(subject: $0, reason: .unreadable, message: "m") }
            report.skipped = ["z", subject].map { Skip(subject: $0, reason: .offline) }
            report.remarks = ["z", subject].map { Remark(subject: $0, message: "m") }
            return report
        }
        let merged = merged(lists[0], lists[1])
        #expect(merged.failures.map(\.subject) == ["a", "b", "z"])
        #expect(
            merged.origins.map(\.declared) == ["https://partner.com", "https://a.partner.com", "https://b.partner.com"])
        #expect(merged.skipped.map(\.subject) == ["z", "a", "b"])
        #expect(merged.remarks.map(\.subject) == ["z", "a", "b"])
    }
}
