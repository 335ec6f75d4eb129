public import WebURL

/// The pages around an embed, for which it is asked whether a browser shows it there.
public struct AncestorChain: Sendable, Hashable {
    /// The origins of the pages, outermost first; never empty. The last one's page holds the embed.
    public let origins: [Origin]
    /// The item of the configuration that names it; nil where it came as an argument.
    public let place: Place?
    /// Whether configuration or arguments name it; pages that were fetched may come from elsewhere.
    public let isDeclared: Bool

    /// Makes a chain.
    ///
    /// - Precondition: `origins` is not empty.
    public init(_ origins: [Origin], place: Place? = nil, isDeclared: Bool = true) {
        precondition(!origins.isEmpty)
        self.origins = origins
        self.place = place
        self.isDeclared = isDeclared
    }

    /// The origin of the page that holds the embed, in whose name it is asked for.
    public var embedder: Origin { origins[origins.count - 1] }

    /// An origin that nobody can have listed, since the name is reserved (RFC 2606, section 2).
    ///
    /// A policy that lets it in lets everybody in.
    public static let control = AncestorChain(
        [Origin(serialized: "https://osteolint-control.invalid") ?? .opaque], isDeclared: false)
}
