public import WebURL

/// The Osteocom environment that an embed points at, or that the configuration asks for.
public enum Environment: Sendable, Hashable {
    /// `www.osteocom.me` and `osteocom.me`.
    case production
    /// `test.osteocom.me`.
    case test
    /// Another host, which the configuration names.
    case custom(name: String, origin: Origin)

    /// The word for it in JSON: `production`, `test` or `custom`.
    public var kind: String {
        switch self {
        case .production: "production"
        case .test: "test"
        case .custom: "custom"
        }
    }

    /// What to call it in a sentence.
    public var name: String {
        switch self {
        case .production: "production"
        case .test: "test"
        case .custom(let name, _): name
        }
    }

    /// The host and port to write into an embed of this environment.
    public var host: String {
        switch self {
        case .production: "www.osteocom.me"
        case .test: "test.osteocom.me"
        case .custom(_, let origin): String(origin.serialized.drop { $0 != "/" }.dropFirst(2))
        }
    }
}
