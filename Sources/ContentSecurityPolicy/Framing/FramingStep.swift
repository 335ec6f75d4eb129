import WebURL

/// A step of a proof, with what is needed to word it.
enum FramingStep: Sendable, Hashable {
    case noAncestors
    case redirected
    case policyWithoutFrameAncestors(Int)
    case reportOnly(Int)
    case repeated(Int, Int)
    case dropped(Int, Unicode.Scalar?)
    case admitted(Int, SourceExpression, Origin)
    case refused(PolicyRefusal)
    case frameOptionsVoid(String)
    case frameOptions(FrameOptions, String)
    case sameOrigin(Origin)
    case otherOrigin(Origin, Origin)
    case silent
    case standardsDiffer(FramingDecision.Verdict)

    /// The step in words. Policies are counted from one here.
    var sentence: String {
        switch self {
        case .noAncestors: "no page is above the embed, so nothing can keep it from being shown"
        case .redirected: "the embed was redirected: only the last response counts"
        case .policyWithoutFrameAncestors(let index):
            "policy \(index + 1) has no `frame-ancestors` and says nothing here"
        case .reportOnly(let index): "policy \(index + 1) is report-only and blocks nobody"
        case .repeated(let index, let count):
            "policy \(index + 1) repeats `frame-ancestors`: the first one counts, \(count) more \(count == 1 ? "is" : "are") ignored"
        case .dropped(let index, let scalar): Self.dropped(index, scalar)
        case .admitted(let index, let source, let ancestor):
            "policy \(index + 1) lets \(ancestor) in: `\(ShownText.cut(source.text))` matches it\(source.kind == .selfKeyword ? ", since it is the embed's own origin" : "")"
        case .refused(let refusal): refusal.sentence
        case .frameOptionsVoid(let text):
            "X-Frame-Options: \(ShownText.cut(text)) is not looked at, since an enforced policy has `frame-ancestors`"
        case .frameOptions(let options, let text): "X-Frame-Options: \(ShownText.cut(text)) \(Self.meaning(options))"
        case .sameOrigin(let own):
            "X-Frame-Options: SAMEORIGIN lets in \(own), the embed's own origin, which every page above it has"
        case .otherOrigin(let ancestor, let own):
            "X-Frame-Options: SAMEORIGIN does not let \(ancestor == .opaque ? "an opaque origin" : ancestor.serialized) in: only \(own), the embed's own origin"
        case .silent:
            "no enforced policy has `frame-ancestors` and there is no X-Frame-Options: every page may show the embed"
        case .standardsDiffer(let verdict):
            "browser-dependent: Chromium decides so; the standards, taken literally, say \(verdict.rawValue)"
        }
    }

    private static func dropped(_ index: Int, _ scalar: Unicode.Scalar?) -> String {
        let code = scalar.map { " (U+" + hexadecimal($0.value) + ")" } ?? ""
        return
            "policy \(index + 1): browsers throw its `frame-ancestors` away, since it holds a byte that is not visible "
            + "ASCII\(code): it protects nothing"
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func meaning(_ options: FrameOptions) -> String {
        switch options {
        case .deny: "lets nobody in"
        case .conflict: "says several things at once, which lets nobody in"
        case .allowAll: "lets everyone in"
        case .invalid: "means nothing to a browser, so every page may show the embed"
        case .sameOrigin, .absent: ""
        }
    }
}
