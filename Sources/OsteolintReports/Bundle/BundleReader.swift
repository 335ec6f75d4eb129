public import Foundation
import OsteolintCore
import WebURL

/// Reads a support bundle, which may be anything: another file, one that was cut off, one that somebody has edited.
public struct BundleReader: Sendable {
    /// Larger bundles are not read, in bytes.
    public static let limit = 256 << 20

    /// Makes a reader.
    public init() {}

    /// Reads a bundle.
    ///
    /// - Parameter data: the file's content.
    /// - Returns: the bundle.
    /// - Throws: `BundleFault` where it is none that this osteolint can read.
    public func read(_ data: Data) throws(BundleFault) -> SupportBundle {
        do {
            return try JSONDecoder().decode(Document.self, from: data).bundle
        } catch let fault as BundleFault {
            throw fault
        } catch let error as DecodingError {
            throw BundleFault(error)
        } catch {
            throw BundleFault(at: [], "is no JSON; \(BundleFault.cure)")
        }
    }

    /// All of it is read while the decoder holds the text.
    private struct Document: Decodable {
        let bundle: SupportBundle

        init(from decoder: any Decoder) throws {
            let object = try BundleObject(decoder)
            try BundleReader.expectBundle(object)
            let run = try BundleReader.run(object)
            let report = try ReportReading(try object.object("report")).report()
            let record = try RecordReading(environment: run.configuration.environment).record(object)
            try BundleReader.expectEmbeds(of: record, in: report, object)
            bundle = SupportBundle(
                run: run, record: record, report: report,
                answerFailures: try object.indexes("answerFailures", below: report.failures.count),
                isJudgedAgain: try object.flag("judgedAgain"))
        }
    }

    private static func expectBundle(_ object: BundleObject) throws {
        guard object.has("bundleVersion") else {
            let isReport = object.has("schemaVersion") && object.has("findings")
            throw BundleFault(
                at: [],
                isReport
                    ? "is a report and no support bundle; leave out --replay: `osteolint report FILE`"
                    : "is no support bundle; \(BundleFault.cure)")
        }
        let version = try object.number("bundleVersion")
        guard version == SupportBundle.version else {
            throw BundleFault(
                at: [BundleObject.Member("bundleVersion")],
                "is \(version), of which this osteolint knows nothing; replay it with a newer osteolint")
        }
    }

    /// Findings name embeds by their place in the report.
    private static func expectEmbeds(of record: AuditRecord, in report: Report, _ object: BundleObject) throws {
        let counts = Dictionary(grouping: report.embeds, by: \.path).mapValues(\.count)
        for (item, embed) in record.embeds.enumerated() where embed.ordinal >= counts[embed.path] ?? 0 {
            throw object.fault("embeds", item: item, "is not in the report")
        }
    }
}

// MARK: - How the audit was run

extension BundleReader {
    private static func run(_ object: BundleObject) throws -> SupportBundle.Run {
        let platform = try object.object("platform")
        let limits = try object.object("limits")
        return SupportBundle.Run(
            version: try object.object("tool").text("version"),
            platform: SupportBundle.Platform(
                system: try platform.text("system"), kernel: try platform.text("kernel"),
                architecture: try platform.text("architecture")),
            began: try object.text("began"), isRevealed: try object.flag("revealed"),
            configuration: try configuration(try object.object("configuration")),
            builder: try builder(try object.object("output")),
            limits: SupportBundle.Limits(
                timeout: try limits.seconds("timeout"), fetches: try limits.number("maxFetches"),
                requests: try limits.number("maxRequests"), asksEverything: try limits.flag("everyOrigin")),
            proxies: try object.objects("proxies") { proxy in
                SupportBundle.Proxy(origin: try proxy.text("origin"), proxy: try proxy.text("proxy"))
            })
    }

    private static func configuration(_ object: BundleObject) throws -> Configuration {
        let origins = try object.objects("origins") { origin in
            DeclaredOrigin(
                text: try origin.text("text"), place: origin.has("path") ? try origin.place() : nil,
                line: try origin.snippet())
        }
        let rules = try object.objects("rules") { rule in (try rule.text("rule"), try setting(rule)) }
        return Configuration(
            clientID: try object.textIfAny("clientId"),
            environment: try object.objectIfAny("environment").map(environment), origins: origins,
            rendering: try object.word("rendering"), include: try object.texts("include"),
            exclude: try object.texts("exclude"), rules: Dictionary(rules) { $1 })
    }

    private static func environment(_ object: BundleObject) throws -> Environment {
        switch try object.text("kind") {
        case "production": .production
        case "test": .test
        case "custom": .custom(name: try object.text("name"), origin: try object.origin("origin"))
        default: throw object.fault("kind", "has a value that this osteolint does not know")
        }
    }

    private static func setting(_ object: BundleObject) throws -> RuleSetting {
        try object.text("setting") == "off" ? .off : .severity(try object.word("setting"))
    }

    private static func builder(_ object: BundleObject) throws -> ReportBuilder {
        let severity: Severity? = try object.text("failOn") == "never" ? nil : try object.word("failOn")
        return ReportBuilder(
            failOn: severity, passesInconclusive: try object.text("inconclusive") == "pass",
            requiresEmbeds: try object.flag("requireEmbeds"))
    }
}
