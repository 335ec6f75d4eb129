/// Why a finding does not count; SARIF's *suppression*.
public enum Suppression: Sendable, Hashable {
    /// A comment in the page says so, for the reason that it gives, if any.
    case comment(reason: String?)
    /// The baseline lists it.
    case baseline
}
