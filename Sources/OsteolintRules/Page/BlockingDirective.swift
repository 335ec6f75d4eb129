import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// A directive that keeps embeds out, in words.
struct BlockingDirective {
    /// How long a directive is that is written out in full, in UTF-8 bytes.
    private static let shownLength = 300

    private let refusal: LoadingRefusal
    private var origins: [String] = []
    var hits = PolicyHits()

    init(_ refusal: LoadingRefusal) {
        self.refusal = refusal
    }

    /// Adds what it keeps out of a page.
    mutating func add(_ refusal: LoadingRefusal, at place: Place, _ embeds: [Embed]) {
        let origin = refusal.url.origin.serialized
        if !origins.contains(origin) { origins.append(origin) }
        hits.add(place, embeds)
    }

    private var blocked: String { origins.map { ShownText.cut($0) }.joined(separator: " and ") }
    private var isAboutPlugIns: Bool { refusal.directive.name == "object-src" || refusal.absent.contains("object-src") }

    /// What is wrong.
    var message: String {
        let name = "`\(refusal.directive.name)`"
        let absent = refusal.absent.first.map { ", which decides since there is no `\($0)`," } ?? ""
        let under = refusal.isAboutPath ? " under this path" : ""
        let way = refusal.redirects > 0 ? ", where the embed is redirected to" : ""
        let element = isAboutPlugIns ? "an object or embed element" : "a frame"
        return "\(name)\(absent) does not let \(blocked) load\(under) in \(element)\(way), "
            + "so browsers show an error instead of the card\(hits.extent)"
    }

    /// What to write instead.
    var help: String {
        let isFallback = !refusal.absent.isEmpty
        let name = isFallback ? refusal.absent[0] : refusal.directive.name
        let sources = refusal.directive.sources.filter { isKept($0, isFallback: isFallback) }.map(\.text)
        let directive = ([name] + sources + origins).joined(separator: " ")
        let isShown = directive.utf8.count <= Self.shownLength
        let cure =
            isFallback
            ? "give the policy a `\(name)` of its own\(isShown ? ": \(directive)" : " with \(blocked)")"
            : "add \(blocked) to `\(name)`\(isShown ? ": \(directive)" : "")"
        return isAboutPlugIns ? "load the card in an iframe, or \(cure)" : cure
    }

    /// What makes it another fault than that of another directive.
    var fault: String { "\(ShownText.cut(refusal.directive.name + " " + refusal.directive.value)) blocks \(blocked)" }

    /// Whether an expression is still of use beside the new one.
    private func isKept(_ source: SourceExpression, isFallback: Bool) -> Bool {
        switch source.kind {
        case .none, .invalid: false
        case .ignoredKeyword: !isFallback
        case .selfKeyword, .anything, .scheme, .host: true
        }
    }
}
