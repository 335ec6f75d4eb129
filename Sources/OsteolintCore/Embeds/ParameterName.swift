/// A parameter that Osteocom's card reads from its URL.
public enum ParameterName: String, Sendable, Hashable, CaseIterable {
    /// The partner's own id at Osteocom.
    case clientID = "clientId"
    /// The channel that the card sells; Osteocom's catalogue calls it `idChannel`.
    case productID = "productId"
    /// The partner's stable id of the signed-in user.
    case partnerUserID = "partnerUserId"
}
