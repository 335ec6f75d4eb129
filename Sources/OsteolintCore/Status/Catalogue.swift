/// The channels that Osteocom agreed on with one partner; Osteocom's API reference, "Catalog access".
public struct Catalogue: Sendable, Hashable {
    /// A channel, which is what embeds call a product.
    public struct Channel: Sendable, Hashable {
        /// The `idChannel`, which is the `productId` of embeds.
        public let id: String
        /// The title, in the channel's language.
        public let title: String

        /// Makes a channel.
        public init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// Where a catalogue comes from.
    public enum Source: Sendable, Hashable {
        /// Osteocom's API, in this run.
        case api
        /// A file, by its path as it was given.
        case file(path: String)
    }

    /// The client whose catalogue it is.
    public let clientID: String
    /// The channels in the order of the answer.
    public let channels: [Channel]
    /// Where it comes from.
    public let source: Source

    /// Makes a catalogue.
    public init(clientID: String, channels: [Channel], source: Source) {
        self.clientID = clientID
        self.channels = channels
        self.source = source
    }
}
