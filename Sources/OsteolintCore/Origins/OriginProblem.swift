/// What is wrong with an origin as somebody declared it; the cases stand in the order in which they are listed.
///
/// Osteocom wants the exact origin: scheme included, no slash at the end, no path.
public enum OriginProblem: String, Sendable, Hashable, CaseIterable {
    /// Nothing is written.
    case empty
    /// White space around it or inside.
    case whitespace
    /// It does not begin with exactly `https://` or `http://`.
    case missingScheme = "missing-scheme"
    /// A scheme that is none of http and https.
    case unsupportedScheme = "unsupported-scheme"
    /// A user name or password before an `@`.
    case userinfo
    /// A `*` for hosts or ports.
    case wildcard
    /// A host that is not ASCII.
    case nonASCII = "non-ascii"
    /// A host that no web site can have, or that is not written as browsers write it.
    case invalidHost = "invalid-host"
    /// A port that is no number from 1 to 65535, or not written as browsers write it.
    case invalidPort = "invalid-port"
    /// Nothing but a slash for a path.
    case trailingSlash = "trailing-slash"
    /// A path.
    case path
    /// A query.
    case query
    /// A fragment.
    case fragment
    /// What it names has an opaque origin, which no policy can list.
    case opaque
    /// Plain http.
    case insecureScheme = "insecure-scheme"
    /// Capitals in the scheme or the host.
    case uppercase
    /// The port that the scheme has anyway.
    case defaultPort = "default-port"
    /// An IPv4 or IPv6 address for a host.
    case ipAddress = "ip-address"
    /// An address of the visitor's own machine.
    case loopback
    /// The same origin was declared before.
    case duplicate

    /// Whether an origin with this problem is not to be sent to Osteocom as it is written.
    public var isError: Bool {
        switch self {
        case .insecureScheme, .uppercase, .defaultPort, .ipAddress, .loopback, .duplicate: false
        default: true
        }
    }

    /// The problems in the order in which they are listed.
    static func inOrder(_ problems: Set<OriginProblem>) -> [OriginProblem] {
        allCases.filter(problems.contains)
    }
}
