/// A set of ASCII bytes that answers without hashing.
struct ASCIISet: Sendable, Hashable {
    /// One bit for each of the bytes 0 to 63.
    private var low: UInt64 = 0
    /// One bit for each of the bytes 64 to 127.
    private var high: UInt64 = 0

    /// The ASCII bytes among those given.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where byte.isASCII {
            insert(byte)
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<64: low & (1 << UInt64(byte)) != 0
        case 64..<128: high & (1 << UInt64(byte - 64)) != 0
        default: false
        }
    }

    mutating func insert(_ byte: UInt8) {
        if byte < 64 {
            low |= 1 << UInt64(byte)
        } else if byte.isASCII {
            high |= 1 << UInt64(byte - 64)
        }
    }
}
