import OsteolintCore
import OsteolintReports
import WebURL

/// An embed's URL that was given as an argument.
enum EmbedArgument {
    /// Reads one.
    ///
    /// - Throws: `UsageError` where it is none that can be asked about, or holds what has no place in arguments.
    static func url(_ text: String) throws(UsageError) -> EmbedURL {
        guard let url = WebURL(text), url.host != nil, ["https", "http"].contains(url.scheme) else {
            let shown = VisibleText.visible(OriginJudgement.judge([text])[0].declared)
            throw UsageError("\(shown) is no URL of an embed; write https://www.osteocom.me/embed/…, in quotes")
        }
        guard url.username.isEmpty, url.password.isEmpty else {
            throw UsageError("a URL with user information in it; osteolint takes no passwords in arguments")
        }
        let start = SourceLocation(line: 1, column: 1)
        let source = LocatedText(text, runs: [.init(offset: 0, location: start)], end: start)
        let embed = EmbedURL(source: source, url: url)
        guard !embed.fields.contains(where: \.isSecret) else {
            throw UsageError("a URL with a secret in it; take it out, and have Osteocom replace the secret")
        }
        return embed
    }
}
