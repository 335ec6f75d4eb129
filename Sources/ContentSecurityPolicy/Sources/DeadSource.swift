/// Why a source expression can never match an ancestor.
public enum DeadSource: Sendable, Hashable {
    /// A path other than `/`. Browsers ignore paths after a redirect, and only then it may match.
    case path
    /// A scheme that no page is served under, such as `ws:` or `data:`.
    case scheme(String)
    /// No ancestor's host is ever written so, as with `127.1`; here is how a browser writes it, or nil where it takes it
    /// for no host.
    case host(canonical: String?)
    /// A port that does not exist.
    case port(Int)
    /// `'none'`, which means nothing beside other expressions and matches nothing alone.
    case none
    /// A keyword, nonce or hash, which means nothing in `frame-ancestors`.
    case keyword
    /// No source expression.
    case invalid(InvalidSource)
}
