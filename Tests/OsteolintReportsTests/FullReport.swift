import ContentSecurityPolicy
import OsteolintCore

/// A report with something in every part.
enum FullReport {
    /// A text with what JSON, terminals and markup take for their own.
    static let hostile = "\u{0}\u{1B}[2J\"\\/\u{7F}\u{85}\u{2028}\u{202E}</script>&amp;\r\n\té 😀 \u{FFFF}"

    static let report: Report = {
        var report = Report(command: "audit", verdict: .fail, exitStatus: 1)
        report.summary.files = 3
        report.summary.parsed = 2
        report.embeds = [
            ReportedEmbed(
                path: "a \(hostile).html", location: SourceLocation(line: 12, column: 5), element: "iframe",
                state: "live", context: "document", src: hostile, url: "https://www.osteocom.me/embed/x?a=\(hostile)",
                environment: "custom", clientID: "kT4mRZ81qLwYc0dXaB2e", productID: nil, partnerUserID: "****"),
            ReportedEmbed(
                path: "b.html", location: SourceLocation(line: 1, column: 1), element: "frame", state: "inert",
                context: "comment", src: "", url: "https://x.osteocom.me/embed/", environment: nil, clientID: nil,
                productID: "", partnerUserID: nil),
        ]
        report.findings = findings
        report.failures = [
            Failure(subject: "a.html", reason: .unreadable, message: "no such file"),
            Failure(subject: hostile, reason: .defect, message: hostile),
        ]
        report.origins = OriginJudgement.judge([
            "https://partner.com", "http://10.0.0.1/", "https://a.ngrok.app", "https://a.b, https://c.d", hostile,
        ])
        report.framing = framing
        report.statuses = statuses
        report.catalogue = ReportedCatalogue(
            clientID: "kT4mRZ81qLwYc0dXaB2e", source: "file", channels: 2,
            notEmbedded: [Catalogue.Channel(id: "66d579675f2a4b8c9df15e43", title: hostile)])
        report.skipped = [Skip(subject: "https://x.osteocom.me/embed/", reason: .secretInURL)]
        report.remarks = [Remark(subject: "https://www.osteocom.me", message: hostile)]
        return report
    }()

    private static var findings: [Finding] {
        let whole = Place(path: "b.html", range: nil)
        var findings = [
            SampleReport.finding("    <iframe>", from: 5, to: 13, help: "write \(hostile)", related: [whole]),
            SampleReport.finding(hostile, from: 1, to: 4, message: hostile),
            Finding(rule: "page-isolation-blocks-embed", severity: .note, message: "m", place: whole, embed: 1),
            Finding(rule: "origin-invalid", severity: .error, message: "m", place: nil),
        ]
        findings[0].embed = 0
        findings[0].snippet = Snippet(text: "<iframe>", firstColumn: 5)
        findings[0].suppression = .comment(reason: hostile)
        findings[1].suppression = .comment(reason: nil)
        findings[2].suppression = .baseline
        findings[2].isInMarkup = false
        for index in findings.indices { findings[index].fingerprint = "fingerprint \(index)" }
        return findings
    }

    private static var framing: [ReportedFraming] {
        let deciders: [Decider?] = [
            .policy(3, expression: "https://*.partner.com"), .policy(0, expression: nil), .frameOptions(hostile), nil,
        ]
        let decided = deciders.enumerated().map { index, decider in
            ReportedFraming(
                url: "https://www.osteocom.me/embed/x", ancestors: ["https://partner.com", "null"],
                verdict: index == 0 ? "allowed" : "blocked", decidedBy: decider, reason: nil,
                steps: ["step \(index)", hostile], isBrowserDependent: index == 2,
                hops: [.init(url: "https://www.osteocom.me/embed/x", status: 302), .init(url: hostile, status: 200)])
        }
        let open = Failure.Reason.allCases.map { reason in
            ReportedFraming(
                url: "u", ancestors: [], verdict: "inconclusive", decidedBy: nil, reason: reason, steps: [],
                isBrowserDependent: false, hops: [])
        }
        return decided + open
    }

    private static var statuses: [ReportedStatus] {
        CardState.allCases.map { card in
            ReportedStatus(url: "u", status: "Ok", card: card, verdict: .pass, reason: nil, attempts: 1)
        } + [
            ReportedStatus(url: "u", status: hostile, card: nil, verdict: .inconclusive, reason: nil, attempts: 2),
            ReportedStatus(url: "u", status: nil, card: nil, verdict: .inconclusive, reason: .timedOut, attempts: 0),
        ]
    }
}
