import Crypto
import Foundation

/// All that the stand-in has to remember.
struct Records: Sendable {
    /// The key that tokens are signed with, 256 bits.
    let signingKey: Data
    private(set) var customers: [CustomerID: Customer] = [:]

    /// Nobody yet, and a new key.
    init() {
        signingKey = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    }

    /// The customer of an id; setting a new one adds it.
    subscript(id: CustomerID) -> Customer {
        get { customers[id] ?? Customer(id: id) }
        set { customers[id] = newValue }
    }

    /// Adds what a scenario says was bought, but not what is known already, cancelled or not.
    mutating func merge(_ purchases: [Purchase], at date: Date) {
        for purchase in purchases {
            let id = CustomerID(clientID: purchase.clientID, userID: purchase.userID)
            guard customers[id]?.activation(of: purchase.productID) == nil else { continue }
            self[id].buy(purchase.productID, price: purchase.price, at: date)
        }
    }
}

extension Records: Codable {
    /// The form of the file; another one has another number.
    static let schemaVersion = 1

    private enum CodingKeys: CodingKey {
        case schemaVersion, signingKey, customers
    }

    /// Another schema version than the one that is known.
    struct OtherVersion: Error {
        let version: Int
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .schemaVersion)
        guard version == Self.schemaVersion else { throw OtherVersion(version: version) }
        signingKey = try container.decode(Data.self, forKey: .signingKey)
        guard signingKey.count == 32 else {
            throw DecodingError.dataCorruptedError(forKey: .signingKey, in: container, debugDescription: "length")
        }
        for customer in try container.decode([Customer].self, forKey: .customers) {
            customers[CustomerID(clientID: customer.clientId, userID: customer.userId)] = customer
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .schemaVersion)
        try container.encode(signingKey, forKey: .signingKey)
        try container.encode(customers.sorted { $0.key < $1.key }.map { $0.value }, forKey: .customers)
    }
}
