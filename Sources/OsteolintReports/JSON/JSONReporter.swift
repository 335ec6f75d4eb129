public import OsteolintCore

/// Writes a report as JSON, schema version 1: `reports/schema/report.schema.json`.
public struct JSONReporter: Sendable {
    /// The version of the schema that the documents follow.
    public static let schemaVersion = 1
    private let version: String

    /// Makes a reporter.
    ///
    /// - Parameter version: osteolint's version.
    public init(version: String) {
        self.version = version
    }

    /// Writes the document, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", Self.schemaVersion)
            json.object("tool") {
                json.member("name", "osteolint")
                json.member("version", version)
            }
            json.members(of: report)
        }
    }
}

extension JSONWriter {
    /// Writes what the schema says of a report, but for the tool that made it.
    func members(of report: Report) {
        member("command", report.command)
        member("verdict", report.verdict.rawValue)
        member("exitStatus", Int(report.exitStatus))
        object("summary") { members(of: report.summary) }
        array("embeds", report.embeds) { embed in object { members(of: embed) } }
        array("findings", report.findings) { finding in object { members(of: finding) } }
        array("failures", report.failures) { failure in
            object {
                member("subject", failure.subject)
                member("reason", failure.reason.rawValue)
                member("message", failure.message)
            }
        }
        array("origins", report.origins) { origin in object { members(of: origin) } }
        array("framing", report.framing) { framing in object { members(of: framing) } }
        array("statuses", report.statuses) { status in object { members(of: status) } }
        if let catalogue = report.catalogue {
            object("catalogue") { members(of: catalogue) }
        } else {
            member("catalogue", String?.none)
        }
        array("skipped", report.skipped) { skip in
            object {
                member("subject", skip.subject)
                member("reason", skip.reason.rawValue)
            }
        }
        array("remarks", report.remarks) { remark in
            object {
                member("subject", remark.subject)
                member("message", remark.message)
            }
        }
    }

    private func members(of summary: Report.Summary) {
        member("files", summary.files)
        member("parsed", summary.parsed)
        member("embeds", summary.embeds)
        member("errors", summary.errors)
        member("warnings", summary.warnings)
        member("notes", summary.notes)
        member("suppressed", summary.suppressed)
        member("failures", summary.failures)
        member("staleEntries", summary.staleEntries)
    }

    private func members(of embed: ReportedEmbed) {
        member("path", embed.path)
        member("line", embed.location.line)
        member("column", embed.location.column)
        member("element", embed.element)
        member("state", embed.state)
        member("context", embed.context)
        member("src", embed.src)
        member("url", embed.url)
        member("environment", embed.environment)
        member("clientId", embed.clientID)
        member("productId", embed.productID)
        member("partnerUserId", embed.partnerUserID)
        if embed.isRendered { member("rendered", true) }
    }
}
