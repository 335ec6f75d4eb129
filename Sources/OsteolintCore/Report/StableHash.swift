/// FNV-1a with 64 bits: the same in every run and on every machine, unlike `Hasher`.
struct StableHash: Hashable {
    /// The hash of what was added.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a text, and where it ends.
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte: byte) }
        // No text in UTF-8 has this byte, so that two texts are never another two.
        add(byte: 0xFF)
    }

    /// Adds a number.
    mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private mutating func add(byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// A hash in 16 hexadecimal digits.
    static func digits(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
