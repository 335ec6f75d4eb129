public import WebURL

/// A distinct URL of the embeds found, about which Osteocom is asked.
public struct FramingTarget: Sendable {
    /// The URL without its fragment, which is not sent.
    public let url: WebURL
    /// The embed that it was first found in.
    public let embed: Embed
    /// The start tags of all embeds with this URL, in order.
    public let places: [Place]

    /// Whether the embed has a fault that the client's list has nothing to do with, such as a `clientId` of nobody.
    ///
    /// Whatever is answered then is a consequence of that fault, which has a finding of its own.
    public let isFaulty: Bool

    /// Makes a target.
    public init(url: WebURL, embed: Embed, places: [Place], isFaulty: Bool = false) {
        self.url = url
        self.embed = embed
        self.places = places
        self.isFaulty = isFaulty
    }

    /// The client whose list is asked for; nil where the URL names none under the right name.
    public var clientID: String? { embed.url.occurrences(of: .clientID).first?.value }
}
