import OsteolintCore
import Testing
import WebURL

extension StatusTarget {
    /// The card at a URL.
    init(_ text: String) throws {
        let url = try #require(WebURL(text))
        let start = SourceLocation(line: 1, column: 1)
        let source = LocatedText(text, runs: [.init(offset: 0, location: start)], end: start)
        self.init(question: StatusQuestion(of: url), url: EmbedURL(source: source, url: url), embeds: [])
    }
}

extension ProductStatus {
    /// The `status` that was answered; nil where none was.
    var word: String? {
        guard case .answered(let word) = outcome else { return nil }
        return word
    }

    /// Why nothing is known; nil where something is.
    var failure: FetchFailure? {
        guard case .inconclusive(let failure) = outcome else { return nil }
        return failure
    }
}
