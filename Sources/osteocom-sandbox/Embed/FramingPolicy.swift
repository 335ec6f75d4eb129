import WebURL

/// The policy that says who may frame a card.
enum FramingPolicy {
    /// The value of Content-Security-Policy: Osteocom's own origin, and the ones given.
    static func value(_ origins: [Origin]) -> String {
        (["frame-ancestors 'self'"] + origins.map { $0.serialized }).joined(separator: " ")
    }
}
