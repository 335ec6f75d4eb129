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
}
