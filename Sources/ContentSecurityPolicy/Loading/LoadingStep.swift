import WebURL

/// A step of a proof, with what is needed to word it.
enum LoadingStep: Sendable, Hashable {
    case noPolicy
    case upgraded
    case redirected(Int)
    case reportOnly(Int)
    case silent(Int)
    case dropped(Int, String)
    case admitted(Int, Directive, absent: [String], SourceExpression, WebURL)
    case refused(LoadingRefusal)

    /// The step in words. Policies are counted from one here.
    var sentence: String {
        switch self {
        case .noPolicy: "the page has no policy, so everything loads"
        case .upgraded: "`upgrade-insecure-requests` makes http URLs https before they are looked at"
        case .redirected(let count):
            "the embed was redirected \(count == 1 ? "once" : "\(count) times"): each URL on the way must be let in, "
                + "and from the second one on paths do not count"
        case .reportOnly(let index): "policy \(index + 1) is report-only and blocks nothing"
        case .silent(let index): "policy \(index + 1) says nothing about frames"
        case .dropped(let index, let name):
            "policy \(index + 1): browsers ignore `\(name)`, since its value holds a character that none may hold"
        case .admitted(let index, let directive, let absent, let source, let url):
            "policy \(index + 1): \(Self.name(directive, absent)) lets \(Self.shown(url)) load: "
                + "`\(ShownText.cut(source.text))` matches it"
        case .refused(let refusal): refusal.sentence
        }
    }

    /// The directive that decides, and why it does.
    static func name(_ directive: Directive, _ absent: [String]) -> String {
        guard !absent.isEmpty else { return "`\(directive.name)`" }
        return "`\(directive.name)`, since there is no \(absent.map { "`\($0)`" }.joined(separator: " and no ")),"
    }

    /// A URL without its query, which tells who the user is.
    static func shown(_ url: WebURL) -> String {
        url.origin.serialized + ShownText.cut(String(url.path.prefix { !"&=;".contains($0) }))
    }
}

extension SourceMismatch {
    /// Why, in words that follow the expression, where a URL was looked at.
    var urlReason: String {
        switch self {
        case .path: "has another path"
        case .dead(.keyword): "says nothing about what loads in a frame"
        case .dead(.none): "matches nothing"
        case .opaqueOrigin, .scheme, .host, .apex, .port, .upgrade, .dead: reason
        }
    }
}
