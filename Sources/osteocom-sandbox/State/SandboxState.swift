import Synchronization

/// Who has bought what; what partners change by using the stand-in.
final class SandboxState: Sendable {
    /// Whether a customer of a client has an active activation for a product.
    func isActive(_ productID: String, for userID: String, of clientID: String) -> Bool { false }

    /// Records a purchase; of one that is active already only the price changes.
    func activate(_ productID: String, price: Int, for userID: String, of clientID: String) {}
}
