/// Why a token of a source list is no source expression.
public enum InvalidSource: Sendable, Hashable {
    /// A character that stands in no host, such as `_`, `@` or `%`.
    case hostCharacter
    /// No host at all, as in `https://`, or an empty label, as in `a..b`.
    case emptyLabel
    /// A `*` elsewhere than before the first dot.
    case wildcard
    /// Something between colon and path that is neither digits nor `*`, or a number beyond 31 bits.
    case port
    /// What stands before `:` or `://` is no scheme, or a slash is missing.
    case scheme
    /// An IPv6 address, for which there is no syntax.
    case ipv6
    /// Quotation marks round a host, or a quoted word that no standard knows.
    case quoted
}
