import OsteolintCore
import Testing

@Suite("Live answers that are merged")
struct LiveAnswerMergingTests {
    private static let url = "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=a"
    private static let maskedURL = url + "&partnerUserId=*******"

    private func embed(_ path: String, _ url: String, product: String? = nil) -> ReportedEmbed {
        ReportedEmbed(
            path: path, location: SourceLocation(line: 1, column: 1), element: "iframe", state: "live",
            context: "document", src: url, url: url, environment: "production", clientID: "kT4mRZ81qLwYc0dXaB2e",
            productID: product, partnerUserID: nil)
    }

    private func framing(
        _ verdict: String, _ reason: Failure.Reason? = nil, url: String = url, ancestor: String = "https://a.example"
    ) -> ReportedFraming {
        ReportedFraming(
            url: url, ancestors: [ancestor], verdict: verdict, decidedBy: nil, reason: reason,
            steps: ["no answer in 10 s"], isBrowserDependent: false, hops: [])
    }

    private func status(_ word: String?, _ verdict: Report.Verdict, url: String = url) -> ReportedStatus {
        ReportedStatus(
            url: url, status: word, card: nil, verdict: verdict, reason: word == nil ? .rateLimited : nil, attempts: 1)
    }

    private func audit(
        _ path: String? = nil, framing: [ReportedFraming] = [], statuses: [ReportedStatus] = [],
        failures: [Failure] = [], url: String = url
    ) -> Report {
        var report = Report(command: "audit", verdict: .pass, exitStatus: 0)
        report.embeds = path.map { [embed($0, url)] } ?? []
        report.summary.files = report.embeds.count
        report.framing = framing
        report.statuses = statuses
        report.failures = failures
        return report
    }

    private func merged(_ reports: Report...) -> Report { ReportBuilder().merge(reports).report }

    @Test("An answer counts before a question that stayed open, and its failure goes")
    func answered() {
        let failures = [
            Failure(subject: Self.url, reason: .timedOut, message: "no answer in 10 s"),
            Failure(subject: Self.url, reason: .rateLimited, message: "429; --resume goes on next time"),
            Failure(subject: "b.html", reason: .unreadable, message: "m"),
        ]
        let open = audit(
            framing: [framing("inconclusive", .timedOut)],
            statuses: [status(nil, .inconclusive, url: Self.url + "#top")],
            failures: failures)
        let answered = audit(
            framing: [framing("allowed")], statuses: [status("Ok", .pass, url: Self.url + "#top")])
        for merged in [merged(open, answered), merged(answered, open)] {
            #expect(merged.framing == [framing("allowed")])
            #expect(merged.statuses.map(\.status) == ["Ok"])
            #expect(merged.failures == [failures[2]])
            #expect(merged.exitStatus == 2)
        }
    }

    @Test("A failure stays while one of the questions that it tells of is open")
    func halfAnswered() {
        let failure = Failure(subject: Self.url, reason: .timedOut, message: "no answer in 10 s")
        let open = audit(
            framing: [
                framing("inconclusive", .timedOut), framing("inconclusive", .timedOut, ancestor: "https://b.example"),
            ], failures: [failure])
        let merged = merged(open, audit(framing: [framing("blocked")]))
        #expect(merged.framing.map(\.verdict) == ["blocked", "inconclusive"])
        #expect(merged.failures == [failure])
    }

    @Test("Of two answers the worse one counts, since its finding stays too")
    func worse() {
        let good = audit(framing: [framing("allowed")], statuses: [status("Ok", .pass)])
        let bad = audit(framing: [framing("blocked")], statuses: [status("InvalidClient", .fail)])
        for merged in [merged(good, bad), merged(bad, good)] {
            #expect(merged.framing.map(\.verdict) == ["blocked"])
            #expect(merged.statuses.map(\.status) == ["InvalidClient"])
        }
    }

    @Test("A masked id may be another user's: only an embed that both reports know makes the question the same")
    func masked() {
        let open = status(nil, .inconclusive, url: Self.maskedURL)
        let answer = status("Ok", .pass, url: Self.maskedURL)
        let failure = Failure(subject: Self.maskedURL, reason: .rateLimited, message: "m")
        let first = audit("a.html", statuses: [open], failures: [failure], url: Self.maskedURL)
        let other = merged(first, audit("b.html", statuses: [answer], url: Self.maskedURL))
        #expect(other.statuses == [open, answer])
        #expect(other.failures == [failure])
        let same = merged(first, audit("a.html", statuses: [answer], url: Self.maskedURL))
        #expect(same.statuses == [answer])
        #expect(same.failures.isEmpty)
        // Those of `osteolint status` name no embed.
        let asked = merged(audit(statuses: [open, open], failures: [failure]), audit(statuses: [answer, open]))
        #expect(asked.statuses == [answer, open])
        #expect(asked.failures == [failure])
    }

    @Test("Answers stand in the order of the embeds")
    func order() {
        let urls = ["a", "b", "c"].map { "https://www.osteocom.me/embed/\($0)" }
        let reports = [2, 0, 1].map { index in
            var report = audit("\(index).html", framing: [framing("allowed", url: urls[index])])
            report.embeds = [embed("\(index).html", urls[index])]
            return report
        }
        #expect(ReportBuilder().merge(reports).report.framing.map(\.url) == urls)
    }

    @Test("A channel that some page embeds is not listed as one that none does")
    func catalogue() {
        func report(_ path: String?, product: String, notEmbedded: [String], client: String = "a") -> Report {
            var report = audit()
            report.embeds = path.map { [embed($0, Self.url, product: product)] } ?? []
            report.summary.files = report.embeds.count
            report.catalogue = ReportedCatalogue(
                clientID: client, source: "api", channels: 4,
                notEmbedded: notEmbedded.map { Catalogue.Channel(id: $0, title: "") })
            return report
        }
        let client = "kT4mRZ81qLwYc0dXaB2e"
        let one = report("1.html", product: "A", notEmbedded: ["b", "c", "d"], client: client)
        let two = report("2.html", product: "b", notEmbedded: ["a", "c", "d"], client: client)
        var three = report("3.html", product: "C", notEmbedded: [], client: client)
        three.catalogue = nil
        let none = report(nil, product: "", notEmbedded: [], client: client)
        let merged = merged(none, one, two, three, report("4.html", product: "x", notEmbedded: ["y"]))
        #expect(merged.catalogue?.clientID == client)
        #expect(merged.catalogue?.notEmbedded.map(\.id) == ["d"])
        #expect(merged.remarks.map(\.subject) == ["catalogue of a"])
        #expect(merged.remarks[0].message.hasSuffix("it has 4 channels, of which no page embeds 1: y"))
    }
}
