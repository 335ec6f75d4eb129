/// Why a source expression does not match.
public enum SourceMismatch: Sendable, Hashable {
    /// The ancestor's origin is opaque.
    case opaqueOrigin
    /// Another scheme, and none that the expression's may be upgraded to.
    case scheme
    /// Another host.
    case host
    /// The wildcard stands for hosts below this one, not for the host itself.
    case apex
    /// Another port.
    case port
    /// `http` stands for https too, but not together with the port that is named.
    case upgrade
    /// The expression's path is another; an ancestor is compared as `/`.
    case path
    /// The expression never matches anything, whatever the target.
    case dead(DeadSource)
}
