/// Which customer of which client.
struct CustomerID: Sendable {
    let clientID: String
    let userID: String
}

extension CustomerID: Hashable {
    // Byte by byte: strings are equal in Swift where only their Unicode normalization differs, ids are not.
    static func == (first: CustomerID, second: CustomerID) -> Bool {
        first.clientID.utf8.elementsEqual(second.clientID.utf8) && first.userID.utf8.elementsEqual(second.userID.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for text in [clientID, userID] {
            for byte in text.utf8 { hasher.combine(byte) }
            hasher.combine(UInt8.max)
        }
    }
}

extension CustomerID: Comparable {
    static func < (first: CustomerID, second: CustomerID) -> Bool {
        guard first.clientID.utf8.elementsEqual(second.clientID.utf8) else {
            return first.clientID.utf8.lexicographicallyPrecedes(second.clientID.utf8)
        }
        return first.userID.utf8.lexicographicallyPrecedes(second.userID.utf8)
    }
}
