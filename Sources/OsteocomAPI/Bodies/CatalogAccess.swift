/// What `contentLicensing_catalog` takes.
public struct CatalogRequest: Sendable, Hashable, Codable {
    /// The partner's own id.
    public let clientId: String

    /// Makes a request.
    public init(clientId: String) {
        self.clientId = clientId
    }
}

/// What `contentLicensing_catalog` returns.
public struct CatalogAnswer: Sendable, Hashable, Codable {
    /// The channels agreed on.
    public let catalog: [Channel]

    /// Makes an answer.
    public init(catalog: [Channel]) {
        self.catalog = catalog
    }
}

/// A channel of the catalogue: a set of videolessons that is sold as one.
public struct Channel: Sendable, Hashable, Codable {
    /// A person who made a channel.
    public struct Author: Sendable, Hashable, Codable {
        /// The name.
        public let name: String
        /// The URL of a picture.
        public let image: String

        /// Makes an author.
        public init(name: String, image: String) {
            self.name = name
            self.image = image
        }
    }

    /// A videolesson.
    public struct Video: Sendable, Hashable, Codable {
        /// The id that video access takes.
        public let videoId: String
        /// The title.
        public let title: String
        /// How long it is, in seconds.
        public let duration: Int
        /// Such as `FULL_HD`.
        public let videoQuality: String

        /// Makes a video.
        public init(videoId: String, title: String, duration: Int, videoQuality: String) {
            self.videoId = videoId
            self.title = title
            self.duration = duration
            self.videoQuality = videoQuality
        }
    }

    /// The id, which is the `productId` of embeds and purchases.
    public let idChannel: String
    /// The title, in the channel's language.
    public let title: String
    /// The second line of the title.
    public let subtitle: String
    /// A description as HTML.
    public let htmlDescription: String
    /// The price, in whole units of the account's currency.
    public let price: Int
    /// The URL of a picture.
    public let cover: String
    /// The URL of a picture.
    public let background: String
    /// The URL of a video.
    public let trailer: String
    /// Who made it.
    public let authors: [Author]
    /// The lessons in it.
    public let video: [Video]

    /// Makes a channel.
    public init(
        idChannel: String, title: String, subtitle: String, htmlDescription: String, price: Int, cover: String,
        background: String, trailer: String, authors: [Author], video: [Video]
    ) {
        self.idChannel = idChannel
        self.title = title
        self.subtitle = subtitle
        self.htmlDescription = htmlDescription
        self.price = price
        self.cover = cover
        self.background = background
        self.trailer = trailer
        self.authors = authors
        self.video = video
    }
}
