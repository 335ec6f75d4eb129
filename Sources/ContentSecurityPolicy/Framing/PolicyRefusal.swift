import WebURL

/// A policy that lets an ancestor not in.
struct PolicyRefusal: Sendable, Hashable {
    let policy: PolicySources
    let ancestor: Origin
    let matcher: SourceMatcher

    /// Why, expression by expression; of a long list only the first few are told of.
    var sentence: String {
        let shown = policy.sources.prefix(ShownText.expressions).map { "`\(ShownText.cut($0.text))` \(reason($0))" }
        let rest = policy.sources.count - shown.count
        let reasons = (shown + (rest > 0 ? ["and \(rest) more do not match either"] : [])).joined(separator: "; ")
        let name = ancestor == .opaque ? "an opaque origin" : ancestor.serialized
        let head = "policy \(policy.index + 1) does not let \(name) in"
        return policy.sources.isEmpty
            ? "\(head): its `frame-ancestors` is empty, which lets nobody in" : "\(head): \(reasons)"
    }

    private func reason(_ source: SourceExpression) -> String {
        matcher.mismatch(source, MatchTarget(ancestor))?.reason ?? "matches"
    }
}
