/// Who keeps a frame's URL in another attribute until something happens.
public struct DeferringLoader: Sendable, Hashable {
    /// What has to happen.
    public enum Trigger: Sendable, Hashable {
        /// The visitor consents.
        case consent
        /// The frame comes near to the visible part of the page, or the page has loaded.
        case visibility
        /// Some script puts the URL in place; nothing tells when.
        case script
    }

    /// Its name, such as `Cookiebot`, or what it is.
    public let name: String
    /// What has to happen before it loads the frame.
    public let trigger: Trigger

    /// The loader that holds a frame's URL.
    ///
    /// - Parameters:
    ///   - element: the frame's element in lower case; AMP's runtime loads each `amp-iframe`.
    ///   - attribute: the name of the attribute that holds the URL, in lower case.
    ///   - attributes: all that the frame has.
    public init(of element: String, holding attribute: String, among attributes: [FrameAttribute]) {
        let sign = DeferringSign.all.first { $0.attribute == attribute && $0.isBorne(by: attributes) }
        let isAMP = element == DeferredSource.ampElement
        let unknown = DeferringLoader(
            name: isAMP ? "AMP's runtime" : "a script", trigger: isAMP ? .visibility : .script)
        self = sign?.loader ?? unknown
    }

    init(name: String, trigger: Trigger) {
        self.name = name
        self.trigger = trigger
    }
}
