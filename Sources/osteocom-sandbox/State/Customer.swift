import Foundation

/// A person whom a partner has sold something to.
struct Customer: Sendable, Equatable, Codable {
    let clientId: String
    /// The partner's own id of the person.
    let userId: String
    /// What the API returns for the person, always the same; nil until it is asked for the first time.
    var userAccessKey: String?
    var email: String?
    /// Whether the person wants to hear from Osteocom; nil where nobody said.
    var marketingConsent: Bool?
    var name: String?
    var surname: String?
    /// In the order of the first purchase; one a product.
    private(set) var activations: [Activation] = []

    init(id: CustomerID) {
        clientId = id.clientID
        userId = id.userID
    }

    /// What the person has, or had, of a course.
    func activation(of productID: String) -> Activation? { activations.first { $0.productId == productID } }

    /// Records a purchase: of what is active only the price changes, of what was cancelled the date too.
    mutating func buy(_ productID: String, price: Int, at date: Date) {
        guard let index = activations.firstIndex(where: { $0.productId == productID }) else {
            activations.append(Activation(productId: productID, price: price, date: date))
            return
        }
        activations[index].price = price
        guard activations[index].cancellationDate != nil else { return }
        activations[index].cancellationDate = nil
        activations[index].date = date
    }

    /// Takes a course away, and returns since when it is; nil where it was never bought.
    mutating func cancel(_ productID: String, at date: Date) -> Date? {
        guard let index = activations.firstIndex(where: { $0.productId == productID }) else { return nil }
        let cancellation = activations[index].cancellationDate ?? date
        activations[index].cancellationDate = cancellation
        return cancellation
    }
}
