public import WebURL

/// A directive that keeps an embed out of a page.
public struct LoadingRefusal: Sendable, Hashable {
    /// The position from zero of its policy among those of the page.
    public let policy: Int
    /// The directive that decided.
    public let directive: Directive
    /// The names of the directives that would have decided before it, were they there.
    public let absent: [String]
    /// The URL that no source matches: the embed's, or one that it was redirected to.
    public let url: WebURL
    /// How many redirects led to that URL.
    public let redirects: Int
    let sources: [SourceExpression]
    let matcher: SourceMatcher

    /// Why no source matches, a reason each; of a long list only the first few.
    public var reasons: [String] {
        let target = MatchTarget(url)
        let shown = sources.prefix(ShownText.expressions).map { source in
            "`\(ShownText.cut(source.text))` \(matcher.mismatch(source, target)?.urlReason ?? "matches")"
        }
        let rest = sources.count - shown.count
        return shown + (rest > 0 ? ["and \(rest) more do not match either"] : [])
    }

    /// Whether a source matches but for its path.
    public var isAboutPath: Bool {
        let target = MatchTarget(url)
        return sources.contains { matcher.mismatch($0, target) == .path }
    }

    var sentence: String {
        let name = LoadingStep.name(directive, absent)
        let head = "policy \(policy + 1): \(name) does not let \(LoadingStep.shown(url)) load"
        guard !sources.isEmpty else { return "\(head): it is empty, which lets nothing load" }
        return "\(head): \(reasons.joined(separator: "; "))"
    }
}
