public import WebURL

/// The calls of Osteocom's API; Osteocom's API reference.
public enum Endpoint: String, Sendable, Hashable, CaseIterable {
    /// Client credentials for a bearer token.
    case login = "contentLicensing_login"
    /// The channels agreed on.
    case catalog = "contentLicensing_catalog"
    /// Records a customer's purchase.
    case contentAccessAuthorization = "contentLicensing_contentAccessAuthorization"
    /// A short-lived token for the player.
    case videoAccess = "contentLicensing_videoAccess"
    /// Takes a customer's access to a channel away.
    case revocateActivation = "contentLicensing_revocateActivation"

    /// Where the calls are, below the environment's origin.
    public static let basePath = "/sv6"

    /// The call's path.
    public var path: String { Self.basePath + "/" + rawValue }

    /// The call at an environment's origin; nil for an opaque one.
    public func url(at origin: Origin) -> WebURL? { WebURL(origin.serialized + path) }
}
