/// What decided about framing.
public enum Decider: Sendable, Hashable {
    /// The `frame-ancestors` of a policy.
    ///
    /// - Parameters:
    ///   - index: its position from zero among all policies of the response, enforced and report-only, in order.
    ///   - expression: the source expression that lets the ancestor in, or nil where none does.
    case policy(_ index: Int, expression: String?)
    /// The `X-Frame-Options` fields, with their values as sent.
    case frameOptions(String)
}
