public import WebURL

/// Whether a browser shows an embed below a chain of pages.
public struct FramingQuestion: Sendable, Hashable {
    /// The URL of the last response, after all redirects.
    public let embedURL: WebURL
    /// Whether there was a redirect.
    public let wasRedirected: Bool
    /// The fields of the last response, in the order sent.
    public let fields: [ResponseField]
    /// The origins of the pages above the embed, outermost first; without any the embed is the page itself, and shown.
    public let ancestors: [Origin]

    /// A question with all that decides it.
    public init(embedURL: WebURL, wasRedirected: Bool, fields: [ResponseField], ancestors: [Origin]) {
        self.embedURL = embedURL
        self.wasRedirected = wasRedirected
        self.fields = fields
        self.ancestors = ancestors
    }
}
