import WebURL

/// Which attribute holds a frame's URL, and whether a browser loads it.
struct FrameJudgement {
    let state: Frame.State
    let context: String
    let source: FrameAttribute?
    let url: WebURL?

    /// Judges a frame by its attributes, wherever it stands.
    ///
    /// - Parameters:
    ///   - element: its name.
    ///   - attributes: those that a browser keeps.
    ///   - base: what its URL is relative to, or nil where nothing is known.
    ///   - encoding: that of the page.
    ///   - configuration: tells Osteocom's custom host.
    init(
        element: String,
        attributes: [FrameAttribute],
        base: WebURL?,
        encoding: TextEncoding,
        configuration: Configuration
    ) {
        let own = attributes.first { $0.name == (element == "object" ? "data" : "src") }
        let deferred = DeferredSource.find(
            in: element, attributes: attributes, base: base, configuration: configuration)
        source = deferred?.attribute ?? own
        url = source.flatMap {
            WebURL($0.value.text, base: base, queryEncoding: QueryEncoding(page: encoding))
        }
        if let deferred {
            state = .deferred
            context = element == DeferredSource.ampElement ? element : deferred.attribute.name
        } else if element == "iframe", attributes.contains(where: { $0.name == "srcdoc" }), own != nil {
            state = .inert
            context = "srcdoc"
        } else {
            state = .live
            context = "document"
        }
    }
}
