/// A course that a client sells to one of its users.
struct Offer: Sendable {
    let client: Client
    let product: Product
    /// The partner's own id of the user, as the embed has it.
    let userID: String
}
