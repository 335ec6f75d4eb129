/// The `frame-ancestors` of an enforced policy, its value parsed.
struct PolicySources: Sendable, Hashable {
    /// The policy's position among all of the response, from zero.
    let index: Int
    let sources: [SourceExpression]
}
