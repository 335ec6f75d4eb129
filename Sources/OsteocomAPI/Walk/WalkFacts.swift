/// What the answers of a walk told so far.
struct WalkFacts: Sendable {
    /// A channel with a video, which is authorised and taken back.
    struct Product: Sendable, Hashable {
        /// Longer ids are taken for none.
        static let longestID = 256

        let channelID: String
        let price: Int
        let videoID: String
    }

    /// What is known of the throw-away user's purchase.
    enum Purchase: Sendable, Hashable {
        case none
        /// It was sent, and nobody said what became of it.
        case perhaps
        case recorded
        case revoked
    }

    /// The token of the login; nil before it, and where it gave none.
    var bearer: Secret?
    var product: Product?
    var userAccessKey: Secret?
    var needsEmail = false
    var purchase = Purchase.none
    /// All tokens that came, which must not be shown.
    var tokens: Set<Secret> = []
}

extension WalkFacts.Product {
    /// The first channel of a catalogue that has a video; nil where none has.
    init?(in catalogue: JSONTree) {
        for channel in catalogue["catalog"].items {
            guard let channelID = channel["idChannel"].id else { continue }
            guard let videoID = channel["video"].items.lazy.compactMap({ $0["videoId"].id }).first else { continue }
            self.init(channelID: channelID, price: channel["price"].integer ?? 0, videoID: videoID)
            return
        }
        return nil
    }
}

extension JSONTree {
    /// A text that can be an id.
    fileprivate var id: String? {
        text.flatMap { $0.isEmpty || $0.utf8.count > WalkFacts.Product.longestID ? nil : $0 }
    }
}
