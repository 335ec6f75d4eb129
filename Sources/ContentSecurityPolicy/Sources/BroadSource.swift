/// How a source expression lets everyone in.
public enum BroadSource: Sendable, Hashable {
    /// `*` or `http:`: every page of the web.
    case everyone
    /// `https:`: every page served over https.
    case everyHTTPSPage
    /// `*` as the host, with a scheme or port: every host under these.
    case everyHost
    /// All hosts of a top-level domain, as in `*.com`.
    case topLevelDomain(String)
}
