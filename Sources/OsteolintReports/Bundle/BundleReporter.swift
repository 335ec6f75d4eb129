import OsteolintCore
import WebURL

/// Writes a support bundle as JSON: `reports/schema/bundle.schema.json`.
public struct BundleReporter: Sendable {
    /// Makes a reporter.
    public init() {}

    /// Writes the bundle, with a line feed at its end.
    public func write(_ bundle: SupportBundle, to output: ReportStream) {
        let json = JSONWriter(to: output)
        let run = bundle.run
        json.document {
            json.member("bundleVersion", SupportBundle.version)
            json.members(ofTool: run.version)
            json.object("platform") {
                json.member("system", run.platform.system)
                json.member("kernel", run.platform.kernel)
                json.member("architecture", run.platform.architecture)
            }
            json.member("began", run.began)
            json.member("revealed", run.isRevealed)
            json.member("judgedAgain", bundle.isJudgedAgain)
            json.object("configuration") { json.members(of: run.configuration) }
            json.object("output") { json.members(of: run.builder) }
            json.object("limits") { json.members(of: run.limits) }
            json.array("proxies", run.proxies) { proxy in
                json.object {
                    json.member("origin", proxy.origin)
                    json.member("proxy", proxy.proxy)
                }
            }
            json.members(of: bundle.record)
            json.array("answerFailures", bundle.answerFailures) { json.item($0) }
            json.object("report") {
                json.member("schemaVersion", JSONReporter.schemaVersion)
                json.members(ofTool: run.version)
                json.members(of: bundle.report)
            }
        }
    }
}

extension JSONWriter {
    fileprivate func members(ofTool version: String) {
        object("tool") {
            member("name", "osteolint")
            member("version", version)
        }
    }

    fileprivate func members(of configuration: Configuration) {
        member("clientId", configuration.clientID)
        if let environment = configuration.environment {
            object("environment") {
                member("kind", environment.kind)
                member("name", environment.name)
                member("origin", environment.customOrigin)
            }
        } else {
            member("environment", String?.none)
        }
        array("origins", configuration.origins) { origin in
            object {
                member("text", origin.text)
                members(of: origin.place)
                member("snippet", origin.line?.text)
                member("snippetColumn", origin.line?.firstColumn)
            }
        }
        member("rendering", configuration.rendering.rawValue)
        member("include", configuration.include)
        member("exclude", configuration.exclude)
        array("rules", configuration.rules.sorted { $0.key < $1.key }) { rule, setting in
            object {
                member("rule", rule)
                member("setting", setting.word)
            }
        }
    }

    fileprivate func members(of builder: ReportBuilder) {
        member("failOn", builder.failOn?.rawValue ?? "never")
        member("inconclusive", builder.passesInconclusive ? "pass" : "fail")
        member("requireEmbeds", builder.requiresEmbeds)
    }

    fileprivate func members(of limits: SupportBundle.Limits) {
        member("timeout", limits.timeout)
        member("maxFetches", limits.fetches)
        member("maxRequests", limits.requests)
        member("everyOrigin", limits.asksEverything)
    }
}

extension RuleSetting {
    fileprivate var word: String {
        switch self {
        case .off: "off"
        case .severity(let severity): severity.rawValue
        }
    }
}

extension Environment {
    fileprivate var customOrigin: String? {
        guard case .custom(_, let origin) = self else { return nil }
        return origin.serialized
    }
}
