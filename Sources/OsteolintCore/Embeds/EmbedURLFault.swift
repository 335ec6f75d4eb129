public import WebURL

/// What keeps a text that was meant as an embed's URL from being one.
public enum EmbedURLFault: Sendable, Hashable {
    /// A browser makes no URL of it; the reason in words.
    case unparsable(reason: String)
    /// It has a scheme that loads no page: neither http nor https.
    case wrongScheme(String)
    /// It names Osteocom's host without a scheme, so that it is relative to the partner's own page.
    case missingScheme
    /// What should be a scheme is none: `https//`, `https;//`.
    case brokenScheme(String)
    /// A scheme stands before the scheme: `https://https://`.
    case repeatedScheme
    /// Typographic or escaped quotes have become part of it; the first of them.
    case quoted(String)
    /// Something invisible, or something that belongs elsewhere, stands before it.
    case strayText(String)

    /// Tells what is wrong with a text that reads like a URL of Osteocom's.
    ///
    /// A host that only resembles Osteocom's is for `HostLikeness`.
    ///
    /// - Parameters:
    ///   - text: the attribute's value as parsed.
    ///   - url: what a browser resolves it to; nil when it makes no URL of it.
    ///   - configuration: tells the custom host, where there is one.
    /// - Returns: nil for a text that is such a URL, or that was not meant as one.
    public static func of(_ text: String, resolvedTo url: WebURL?, in configuration: Configuration) -> EmbedURLFault? {
        guard let url else { return EmbedURLText(text, in: configuration).faultOfUnparsable }
        guard OsteocomHost(of: url, in: configuration) == nil else {
            guard OsteocomHost.isEmbedReference(url) else { return nil }
            return EmbedURLText.closingQuote(of: text).map { .quoted($0) }
        }
        guard HostLikeness.of(url, in: configuration) == nil else { return nil }
        return EmbedURLText(text, in: configuration).faultOfForeign
    }
}
