import WebURL

/// What source expressions are held against: an origin, or a whole URL.
struct MatchTarget: Sendable, Hashable {
    /// The scheme in lower case.
    let scheme: String
    /// The host as a URL shows it; an IPv6 address is in brackets.
    let host: String
    /// The port a browser connects to; nil where the scheme has no default.
    let port: UInt16?
    /// The path, percent-encoded; `/` for an origin.
    let path: String

    /// The target that an origin is, or nil where it is opaque: no expression matches that.
    init?(_ origin: Origin) {
        guard let tuple = origin.tuple else { return nil }
        scheme = tuple.scheme
        host = tuple.host.text
        port = tuple.effectivePort
        path = "/"
    }

    /// The target that a URL is.
    init(_ url: WebURL) {
        scheme = url.scheme
        host = url.hostText ?? ""
        port = url.effectivePort
        path = url.path
    }
}
