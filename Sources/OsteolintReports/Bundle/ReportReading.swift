import ContentSecurityPolicy
import OsteolintCore

/// Reads the report in a bundle, but for its declared origins, which are judged anew.
struct ReportReading {
    private let object: BundleObject

    init(_ object: BundleObject) {
        self.object = object
    }

    func report() throws -> Report {
        var report = ReportBuilder().report(
            command: try object.text("command"), pages: [], siteFindings: [], failures: [], files: 0)
        report.verdict = try object.word("verdict")
        report.exitStatus = Int32(try object.number("exitStatus"))
        report.summary = try Self.summary(try object.object("summary"))
        report.embeds = try object.objects("embeds", Self.embed)
        report.findings = try object.objects("findings") { try Self.finding($0, embeds: report.embeds.count) }
        report.failures = try object.objects("failures") { failure in
            Failure(
                subject: try failure.text("subject"), reason: try failure.word("reason"),
                message: try failure.text("message"))
        }
        report.framing = try object.objects("framing", Self.framing)
        report.statuses = try object.objects("statuses", Self.status)
        report.catalogue = try object.objectIfAny("catalogue").map(Self.catalogue)
        report.skipped = try object.objects("skipped") { skip in
            Skip(subject: try skip.text("subject"), reason: try skip.word("reason"))
        }
        report.remarks = try object.objects("remarks") { remark in
            Remark(subject: try remark.text("subject"), message: try remark.text("message"))
        }
        return report
    }

    private static func summary(_ object: BundleObject) throws -> Report.Summary {
        var summary = Report.Summary()
        summary.files = try object.number("files")
        summary.parsed = try object.number("parsed")
        summary.embeds = try object.number("embeds")
        summary.errors = try object.number("errors")
        summary.warnings = try object.number("warnings")
        summary.notes = try object.number("notes")
        summary.suppressed = try object.number("suppressed")
        summary.failures = try object.number("failures")
        summary.staleEntries = try object.number("staleEntries")
        return summary
    }

    private static func embed(_ object: BundleObject) throws -> ReportedEmbed {
        ReportedEmbed(
            path: try object.text("path"), location: try object.location(), element: try object.text("element"),
            state: try object.text("state"), context: try object.text("context"), src: try object.text("src"),
            url: try object.text("url"), environment: try object.textIfAny("environment"),
            clientID: try object.textIfAny("clientId"), productID: try object.textIfAny("productId"),
            partnerUserID: try object.textIfAny("partnerUserId"),
            isRendered: try object.has("rendered") && object.flag("rendered"))
    }

    private static func finding(_ object: BundleObject, embeds: Int) throws -> Finding {
        var finding = Finding(
            rule: try object.text("rule"), severity: try object.word("severity"), message: try object.text("message"),
            help: try object.textIfAny("help"), place: object.has("path") ? try object.place() : nil,
            related: try object.objects("related") { try $0.place() },
            embed: object.has("embed") ? try object.index("embed", below: embeds) : nil)
        finding.isInMarkup = try object.flag("inMarkup")
        finding.isRendered = try object.has("rendered") && object.flag("rendered")
        finding.snippet = try object.snippet()
        finding.fingerprint = try object.text("fingerprint")
        finding.suppression = try object.objectIfAny("suppression").map(suppression)
        return finding
    }

    private static func suppression(_ object: BundleObject) throws -> Suppression {
        switch try object.text("kind") {
        case "comment": .comment(reason: try object.textIfAny("reason"))
        case "baseline": .baseline
        default: throw object.fault("kind", "has a value that this osteolint does not know")
        }
    }

    private static func framing(_ object: BundleObject) throws -> ReportedFraming {
        ReportedFraming(
            url: try object.text("url"), ancestors: try object.texts("ancestors"), verdict: try object.text("verdict"),
            decidedBy: try object.objectIfAny("decidedBy").map(decider), reason: try object.wordIfAny("reason"),
            steps: try object.texts("steps"), isBrowserDependent: try object.flag("browserDependent"),
            hops: try object.objects("hops") { hop in
                ReportedFraming.Hop(url: try hop.text("url"), status: try hop.number("status"))
            })
    }

    private static func decider(_ object: BundleObject) throws -> Decider {
        object.has("value")
            ? .frameOptions(try object.text("value"))
            : .policy(try object.number("policy"), expression: try object.textIfAny("expression"))
    }

    private static func status(_ object: BundleObject) throws -> ReportedStatus {
        ReportedStatus(
            url: try object.text("url"), status: try object.textIfAny("status"), card: try object.wordIfAny("card"),
            verdict: try object.word("verdict"), reason: try object.wordIfAny("reason"),
            attempts: try object.number("attempts"))
    }

    private static func catalogue(_ object: BundleObject) throws -> ReportedCatalogue {
        ReportedCatalogue(
            clientID: try object.text("clientId"), source: try object.text("source"),
            channels: try object.number("channels"),
            notEmbedded: try object.objects("notEmbedded") { channel in
                Catalogue.Channel(id: try channel.text("idChannel"), title: try channel.text("title"))
            })
    }
}
