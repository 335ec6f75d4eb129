/// A source expression that names hosts (CSP 3, section 2.3.1, "host-source").
public struct HostSource: Sendable, Hashable {
    /// The port that a source names.
    public enum Port: Sendable, Hashable {
        /// None, which means the default port of the scheme.
        case none
        /// `*`.
        case any
        /// A number, which may be larger than any port.
        case number(Int)
    }

    /// The scheme in lower case, or nil where the source names none and means that of the response.
    public let scheme: String?
    /// The host in lower case, without the `*.` before it; empty for `*`.
    public let host: String
    /// Whether the host begins with `*`, and stands for all hosts below it.
    public let isWildcard: Bool
    /// The port.
    public let port: Port
    /// The path with the slash that it begins with, still percent-encoded, or nil where there is none.
    public let path: String?
    /// Whether a `?` or `#` follows the path. Browsers ignore it and what comes after, the grammar knows neither.
    public let hasQueryOrFragment: Bool
}
