import HTMLTokenizer

/// A comment of a page that tells osteolint to be silent about rules, or to speak again.
public struct SuppressionComment: Sendable, Hashable {
    /// What it asks for.
    public enum Directive: Sendable, Hashable {
        /// `osteolint-disable-next-line`: silence in the line after the one where the comment ends.
        case disableNextLine
        /// `osteolint-disable`: silence up to `osteolint-enable`, or to the end of the page.
        case disable
        /// `osteolint-enable`: no more silence; without rules, about any.
        case enable
        /// Nothing that osteolint knows: what stands behind `osteolint-`.
        case unknown(String)
    }

    /// What it asks for.
    public let directive: Directive
    /// The names in it, in order and each once; they need not be those of rules.
    public let rules: [String]
    /// Why, with users' ids and secrets masked, or its beginning; nil where it does not say.
    public let reason: String?
    /// The whole comment.
    public let place: Place
    /// The line in which it begins.
    public let snippet: Snippet

    /// Where the comment begins and ends.
    let range: SourceRange
    /// The line that `disableNextLine` is about, counted from one.
    let nextLine: Int

    init(_ text: SuppressionText, path: String, range: SourceRange, nextLine: Int, snippet: Snippet) {
        directive = text.directive
        rules = text.rules
        reason = text.reason
        place = Place(path: path, range: range)
        self.range = range
        self.nextLine = nextLine
        self.snippet = snippet
    }
}

extension Page {
    /// The comments that speak to osteolint, in source order: only what a browser takes for a comment, so neither in
    /// scripts, attributes and raw text nor in a `noscript`, but those in templates are.
    ///
    /// - Parameter shown: masks what a comment says, or a line, which is given with its number counted from one.
    /// - Returns: the comments.
    func suppressionComments(shown: (Snippet, _ line: Int) -> Snippet) -> [SuppressionComment] {
        let comments = tree.document.nodes.lazy.filter { $0.kind == .comment }.compactMap(\.source)
        return comments.compactMap { source in
            guard let written = SuppressionText.find(in: text, comment: source) else { return nil }
            let range = lines.range(source)
            let says = shown(Snippet(text: written, firstColumn: range.start.column), range.start.line).text
            return SuppressionText(says).map {
                SuppressionComment(
                    $0, path: path, range: range,
                    nextLine: lines.location(at: source.upperBound - 1).line + 1,
                    snippet: shown(lines.snippet(at: range.start), range.start.line))
            }
        }
    }
}
