import OsteolintCore
import OsteolintReports
import WebURL

/// The environment whose API is walked through.
struct CalledEnvironment {
    let environment: Environment
    let origin: Origin

    /// Chooses the environment.
    ///
    /// - Parameters:
    ///   - flag: `test`, `production` or an origin; nil for the configuration's, and Test where it names none.
    ///   - configured: what the configuration says.
    ///   - isWarned: whether the user says that they know what a walk does to production.
    /// - Throws: `UsageError` for a text that is no environment, and for production without both words.
    init(flag: String?, configured: Environment?, isWarned: Bool) throws(UsageError) {
        let environment = try flag.map(Self.read) ?? configured ?? .test
        guard !Self.isProduction(environment) || (flag == "production" && isWarned) else {
            throw UsageError(Self.refusal)
        }
        self.environment = environment
        origin = try Self.origin(of: environment)
    }

    /// Whether the user named the host, so that it may stand for an address inside a private network.
    var isNamed: Bool {
        guard case .custom = environment else { return false }
        return true
    }

    private static let refusal =
        "this is production, and a walk through the API records a purchase there and takes it back; leave it to the "
        + "Test environment with --environment test, or give both --environment production and --i-know-this-writes"

    private static func read(_ flag: String) throws(UsageError) -> Environment {
        switch flag {
        case "test": return .test
        case "production": return .production
        default:
            let origin = try customOrigin(flag)
            return .custom(name: origin.serialized, origin: origin)
        }
    }

    private static func customOrigin(_ text: String) throws(UsageError) -> Origin {
        let url = WebURL(text)
        let isOrigin = url.map {
            $0.path == "/" && $0.query == nil && $0.username.isEmpty && $0.password.isEmpty && $0.origin != .opaque
        }
        guard let url, isOrigin == true else {
            let shown = VisibleText.visible(OriginJudgement.judge([text])[0].declared)
            throw UsageError(
                "--environment: `\(shown)` is none; write test, production, or an origin such as "
                    + "https://osteocom.example" + Suggestion.among(["test", "production"], for: text))
        }
        return url.origin
    }

    private static func origin(of environment: Environment) throws(UsageError) -> Origin {
        let origin = Origin(serialized: "https://\(environment.host)") ?? .opaque
        guard case .custom(_, let custom) = environment else { return origin }
        guard let tuple = custom.tuple,
            tuple.scheme == "https" || (tuple.scheme == "http" && HostReach.isLoopback(tuple.host))
        else {
            throw UsageError(
                "the environment \(custom.serialized) is not https; the secret would go there for everybody to read")
        }
        return custom
    }

    /// Whether what is written here reaches real customers: every host of Osteocom's but the one of Test.
    private static func isProduction(_ environment: Environment) -> Bool {
        switch environment {
        case .production: return true
        case .test: return false
        case .custom(_, let origin):
            // A dot at the end makes no other host of it.
            let host = (origin.tuple?.host.text ?? "").trimmingSuffix(while: { $0 == "." })
            return OsteocomHost.isFamily(String(host)) && host != Environment.test.host
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isTrimmed($0) }) else { return "" }
        return self[...last]
    }
}
