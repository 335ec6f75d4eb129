import WebURL

/// A partner who may embed cards.
struct Client: Sendable {
    let id: String
    let name: String
    /// The origins that the client's pages are served from, which frame-ancestors lists.
    let origins: [Origin]
    /// Whether the partner's integration is switched on.
    let isOnline: Bool
    let products: [Product]
    /// Which integration the partner is set up for.
    var integration = Integration.iframe
    /// What logs the partner in to the API; nil where nothing does.
    var secret: String?
    /// Whether the account has marketing consent, which makes customers' addresses necessary.
    var requiresEmail = false

    /// A way to sell Osteocom's courses.
    enum Integration: String, Sendable, CaseIterable {
        /// The embedded card.
        case iframe
        /// The partner's own pages, over the API.
        case api
    }
}
