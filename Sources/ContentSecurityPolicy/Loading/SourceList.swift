/// The directive of a policy that decides about a kind of request, its value parsed.
struct SourceList: Sendable, Hashable {
    /// The names of the directives that say which frames load; the first one that is there decides (CSP 3, section
    /// 6.8.3, "get fetch directive fallback list").
    static let frame = ["frame-src", "child-src", "default-src"]
    /// The names of those that say what `object` and `embed` load.
    static let plugIn = ["object-src", "default-src"]

    let directive: Directive
    /// The names of the directives that would decide before it, were they there.
    let absent: [String]
    let sources: [SourceExpression]

    /// The list of the first of these names, or nil where the policy has none of them; one that browsers dropped is not
    /// there.
    init?(_ policy: Policy, _ names: [String]) {
        for (position, name) in names.enumerated() {
            guard let directive = policy.directive(named: name), !directive.isDropped else { continue }
            self.directive = directive
            absent = Array(names[..<position])
            sources = directive.sources
            return
        }
        return nil
    }
}
