/// A number that is not negative, as servers write it: digits, at times with a fraction or an exponent.
struct DecimalNumber: Hashable {
    /// Infinite where it is past what a `Double` holds.
    let value: Double

    /// Reads a number; white space around it does not count.
    init?(_ text: some StringProtocol) {
        let bytes = text.utf8.drop(while: Self.isWhiteSpace).reversed().drop(while: Self.isWhiteSpace).reversed()
        guard let first = bytes.first, 0x30...0x39 ~= first, bytes.allSatisfy(Self.isPartOfNumber) else { return nil }
        guard let value = Double(String(decoding: Array(bytes), as: UTF8.self)) else { return nil }
        self.value = value
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// No letter but the exponent's, which keeps out `0x10`, `nan` and `inf`.
    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
