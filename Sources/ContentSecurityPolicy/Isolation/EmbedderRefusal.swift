public import WebURL

/// Why a document is not shown in a frame of a page that asks frames to opt in.
public enum EmbedderRefusal: Sendable, Hashable {
    /// The document says no `Cross-Origin-Embedder-Policy` of its own.
    case noEmbedderPolicy
    /// A response on the way does not say `Cross-Origin-Resource-Policy: cross-origin`.
    ///
    /// - Parameters:
    ///   - redirects: how many redirects led to it.
    case noResourcePolicy(redirects: Int)

    /// Judges the responses that an embed's URL led to.
    ///
    /// - Parameters:
    ///   - responses: their URLs and fields, in order; none where nothing was asked, and then nobody opted in.
    ///   - page: where the page is served, which asks frames to opt in.
    /// - Returns: nil where the document is shown.
    public static func of(
        _ responses: [(url: WebURL, fields: [ResponseField])], in page: WebURL
    ) -> EmbedderRefusal? {
        guard let last = responses.last,
            EmbedderPolicy(values("cross-origin-embedder-policy", last.fields), at: last.url).isIsolating
        else { return .noEmbedderPolicy }
        for (position, response) in responses.enumerated() where !response.url.origin.isSameOrigin(as: page.origin) {
            guard value("cross-origin-resource-policy", response.fields) == "cross-origin" else {
                return .noResourcePolicy(redirects: position)
            }
        }
        return nil
    }

    /// A value without the white space around it; several values are one list, which is none that means anything.
    private static func value(_ name: StaticString, _ fields: [ResponseField]) -> String? {
        let values = values(name, fields)
        guard !values.isEmpty else { return nil }
        return Array(values.joined(separator: ", ").utf8)[...].trimmed(while: \.isTabOrSpace).text
    }

    private static func values(_ name: StaticString, _ fields: [ResponseField]) -> [String] {
        fields.filter { $0.isNamed(name, .browser) }.map(\.value)
    }
}
