public import WebURL

/// The attribute in which a consent manager or a lazy loader keeps the URL of a frame.
public struct DeferredSource: Sendable, Hashable {
    /// The element of AMP pages that becomes an `iframe` when AMP's runtime says so.
    public static let ampElement = "amp-iframe"

    /// The attribute that holds the URL.
    public let attribute: FrameAttribute
    /// Who holds it.
    public let loader: DeferringLoader

    /// Finds the held URL of a frame that will be Osteocom's.
    ///
    /// A frame whose own URL is Osteocom's, be it faulty, is live: what else it holds does not matter. Where its own
    /// URL is empty, `about:blank`, a `data:` URL or another page, an attribute such as `data-src` that holds one of
    /// Osteocom's makes it a deferred one.
    ///
    /// - Parameters:
    ///   - element: the frame's element in lower case.
    ///   - attributes: those that a browser keeps, in order.
    ///   - base: what relative URLs in them are relative to; nil when unknown.
    ///   - configuration: tells the custom host, where there is one.
    /// - Returns: nil for a frame that loads what it says, or that is not Osteocom's.
    public static func find(
        in element: String,
        attributes: [FrameAttribute],
        base: WebURL?,
        configuration: Configuration
    ) -> DeferredSource? {
        let ownName = element == "object" ? "data" : "src"
        let own = attributes.first { $0.name == ownName }
        let isOwn = own.map { isMeantForOsteocom($0.value.text, base, configuration) } ?? false
        guard element == ampElement || !isOwn else { return nil }
        let held = attributes.filter { holdsURL($0.name) }.sorted { rank($0) < rank($1) }
        let found = isOwn ? own : held.first { isMeantForOsteocom($0.value.text, base, configuration) }
        return found.map { attribute in
            let loader = DeferringLoader(of: element, holding: attribute.name, among: attributes)
            return DeferredSource(attribute: attribute, loader: loader)
        }
    }

    /// Whether an attribute of this name, in lower case, may hold the URL of a frame for later.
    public static func holdsURL(_ name: String) -> Bool {
        DeferringSign.rank(of: name) != nil || (name.hasPrefix("data-") && name.contains("src"))
    }

    /// Whether a text is an embed's URL, or was meant as one and is faulty, or has a host that reads like Osteocom's.
    ///
    /// - Parameters:
    ///   - text: an attribute's value as parsed.
    ///   - base: what it is relative to; nil when unknown.
    ///   - configuration: tells the custom host, where there is one.
    /// - Returns: false for every other text.
    public static func isMeantForOsteocom(_ text: String, _ base: WebURL?, _ configuration: Configuration) -> Bool {
        let url = WebURL(text, base: base)
        if let url, OsteocomHost.isEmbed(url, in: configuration) || HostLikeness.of(url, in: configuration) != nil {
            return true
        }
        return EmbedURLFault.of(text, resolvedTo: url, in: configuration) != nil
    }

    private static func rank(_ attribute: FrameAttribute) -> Int {
        DeferringSign.rank(of: attribute.name) ?? .max
    }
}
