import Foundation

/// Finds the price of a purchase that is no whole number: the decoder tells that there is one, but not which.
struct PriceFault: Decodable {
    private struct Product: Decodable {
        let price: Double?
    }

    private let products: [Product]

    /// Where it is, such as `products[0].price`; nil where all prices are whole.
    static func place(in body: Data) -> String? {
        guard let document = try? JSONDecoder().decode(PriceFault.self, from: body) else { return nil }
        let index = document.products.firstIndex { product in
            product.price.map { Int(exactly: $0) == nil } ?? false
        }
        return index.map { "products[\($0)].price" }
    }
}
