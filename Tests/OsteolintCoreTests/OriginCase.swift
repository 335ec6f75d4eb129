import Testing

/// A text that somebody declares, and what must be said of it.
struct OriginCase: CustomTestStringConvertible, Sendable {
    let text: String
    let problems: String
    let origin: String?
    let suggestion: String?

    /// A case whose suggestion is what a browser computes too, or that differs from it.
    ///
    /// - Parameters:
    ///   - text: as declared.
    ///   - problems: their names, separated by spaces.
    ///   - origin: what a browser computes; nil for none.
    ///   - suggestion: what to send; nil for none.
    init(_ text: String, _ problems: String, origin: String?, suggestion: String?) {
        self.text = text
        self.problems = problems
        self.origin = origin
        self.suggestion = suggestion
    }

    /// A case whose suggestion is the origin that a browser computes.
    init(_ text: String, _ problems: String, _ origin: String?) {
        self.init(text, problems, origin: origin, suggestion: origin)
    }

    var testDescription: String { text.debugDescription }
}
