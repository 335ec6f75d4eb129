/// A purchase that was recorded, or may have been, and was not taken back.
public struct UnrevokedPurchase: Sendable, Hashable {
    /// The throw-away user, who is nobody.
    public let userID: String
    /// The channel's `idChannel`.
    public let productID: String

    /// Makes a purchase.
    public init(userID: String, productID: String) {
        self.userID = userID
        self.productID = productID
    }
}
