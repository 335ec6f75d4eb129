/// The documented values of product-status's `status`; Osteocom's iframe reference, "Status codes".
public enum StatusCode: String, Sendable, Hashable, CaseIterable {
    /// The customer can buy this course.
    case ok = "Ok"
    /// The customer already has an active activation for this course.
    case alreadyOwned = "AlreadyOwned"
    /// Required parameters are missing or malformed.
    case invalidInput = "InvalidInput"
    /// The client is unknown, or the partner offline.
    case invalidClient = "InvalidClient"
    /// The partner is set up for another integration than the iframe.
    case integrationMismatch = "IntegrationMismatch"
    /// No product of Osteocom's has this id.
    case productNotFound = "ProductNotFound"
    /// The product is not in the partner's own catalogue.
    case productNotInCatalog = "ProductNotInCatalog"

    /// What the card shows then.
    public var card: CardState {
        switch self {
        case .ok: .available
        case .alreadyOwned: .purchased
        case .invalidInput, .invalidClient, .integrationMismatch, .productNotFound, .productNotInCatalog: .unavailable
        }
    }
}
