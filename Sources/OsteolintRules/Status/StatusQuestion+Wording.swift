import OsteolintCore
import WebURL

extension StatusQuestion {
    /// What visitors see, whatever the fault.
    static let unavailable = #"visitors see "Content unavailable""#

    /// The client as a message names it.
    var client: String { clientID.map { "client \(Quoted.text($0))" } ?? "a client without an id" }

    /// The product as a message names it.
    var product: String { productID.map { "product \(Quoted.text($0))" } ?? "product without an id" }

    /// The host that answered, as an origin.
    var host: String { origin.serialized }

    /// What tells Osteocom of a fault of the client's: nobody's user id among it.
    var clientDetails: String {
        "\(Self.named("clientId", clientID)), \(host) and the address of the page, without any partnerUserId"
    }

    /// What tells Osteocom of a fault of the product's: nobody's user id among it.
    var productDetails: String { "\(Self.named("productId", productID)), \(clientDetails)" }

    private static func named(_ name: String, _ value: String?) -> String {
        value.map { "\(name) \(Quoted.text($0))" } ?? "that there is no \(name)"
    }
}
