public import Foundation
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

    /// The document, UTF-8, with a line feed at its end.
    ///
    /// - Throws: what the encoder throws; text that it cannot hold does not occur.
    public func render(_ report: Report) throws -> Data {
        try Self.encode(JSONReport(report, version: version))
    }

    /// Any value in the form of all documents that osteolint prints: keys sorted, slashes as they are.
    ///
    /// - Throws: what the encoder throws.
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        return data
    }
}

/// A value that is written as `null` when it is absent, instead of being left out.
struct Nullable<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

private struct JSONReport: Encodable {
    let schemaVersion = JSONReporter.schemaVersion
    let tool: JSONTool
    let command: String
    let verdict: String
    let exitStatus: Int32
    let summary: JSONSummary
    let embeds: [JSONEmbed]
    let findings: [JSONFinding]
    let failures: [JSONFailure]
    let origins: [JSONOrigin]
    let framing: [JSONFraming]
    let statuses: [JSONStatus]
    let catalogue: Nullable<JSONCatalogue>
    let skipped: [JSONSkip]
    let remarks: [JSONRemark]

    init(_ report: Report, version: String) {
        tool = JSONTool(name: "osteolint", version: version)
        command = report.command
        verdict = report.verdict.rawValue
        exitStatus = report.exitStatus
        summary = JSONSummary(report.summary)
        embeds = report.embeds.map(JSONEmbed.init)
        findings = report.findings.map(JSONFinding.init)
        failures = report.failures.map(JSONFailure.init)
        origins = report.origins.map(JSONOrigin.init)
        framing = report.framing.map(JSONFraming.init)
        statuses = report.statuses.map(JSONStatus.init)
        catalogue = Nullable(report.catalogue.map(JSONCatalogue.init))
        skipped = report.skipped.map { JSONSkip(subject: $0.subject, reason: $0.reason.rawValue) }
        remarks = report.remarks.map { JSONRemark(subject: $0.subject, message: $0.message) }
    }
}

private struct JSONTool: Encodable {
    let name: String
    let version: String
}

private struct JSONSummary: Encodable {
    let files, parsed, embeds, errors, warnings, notes, suppressed, failures: Int

    init(_ summary: Report.Summary) {
        files = summary.files
        parsed = summary.parsed
        embeds = summary.embeds
        errors = summary.errors
        warnings = summary.warnings
        notes = summary.notes
        suppressed = summary.suppressed
        failures = summary.failures
    }
}

private struct JSONEmbed: Encodable {
    let path: String
    let line, column: Int
    let element, state, context, src, url: String
    let environment, clientId, productId, partnerUserId: Nullable<String>

    init(_ embed: ReportedEmbed) {
        path = embed.path
        line = embed.location.line
        column = embed.location.column
        element = embed.element
        state = embed.state
        context = embed.context
        src = embed.src
        url = embed.url
        environment = Nullable(embed.environment)
        clientId = Nullable(embed.clientID)
        productId = Nullable(embed.productID)
        partnerUserId = Nullable(embed.partnerUserID)
    }
}

private struct JSONFinding: Encodable {
    let rule, severity, message: String
    let path: Nullable<String>
    let line, column, endLine, endColumn: Nullable<Int>
    let snippet, help: Nullable<String>
    let related: [JSONPlace]
    let embed: Nullable<Int>
    let fingerprint: String
    let suppressed: Bool

    init(_ finding: Finding) {
        let range = finding.place?.range
        rule = finding.rule
        severity = finding.severity.rawValue
        message = finding.message
        path = Nullable(finding.place?.path)
        line = Nullable(range?.start.line)
        column = Nullable(range?.start.column)
        endLine = Nullable(range?.end.line)
        endColumn = Nullable(range?.end.column)
        snippet = Nullable(finding.snippet?.text)
        help = Nullable(finding.help)
        related = finding.related.map(JSONPlace.init)
        embed = Nullable(finding.embed)
        fingerprint = finding.fingerprint
        suppressed = finding.suppressed
    }
}

private struct JSONPlace: Encodable {
    let path: String
    let line, column: Nullable<Int>

    init(_ place: Place) {
        path = place.path
        line = Nullable(place.range?.start.line)
        column = Nullable(place.range?.start.column)
    }
}

private struct JSONFailure: Encodable {
    let subject, reason, message: String

    init(_ failure: Failure) {
        subject = failure.subject
        reason = failure.reason.rawValue
        message = failure.message
    }
}

private struct JSONSkip: Encodable {
    let subject, reason: String
}

private struct JSONRemark: Encodable {
    let subject, message: String
}
