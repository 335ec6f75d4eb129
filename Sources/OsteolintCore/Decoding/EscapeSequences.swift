/// The escape sequences by which ISO-2022-JP shows itself in a text of bytes below 128.
enum EscapeSequences {
    /// Whether there is double-byte text, and all of it is whole pairs of printable bytes.
    static func areISO2022JP(in bytes: UnsafeRawBufferPointer) -> Bool {
        var hasPairs = false
        var rest = bytes[...]
        while let escape = rest.firstIndex(of: 0x1B) {
            let sequence = Array(bytes[escape...].prefix(3).dropFirst())
            rest = bytes[(escape + 1)...]
            guard isDoubleByte(sequence) else { continue }
            let text = rest.dropFirst(2).prefix { $0 != 0x1B }
            guard text.count.isMultiple(of: 2), text.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
            hasPairs = hasPairs || !text.isEmpty
        }
        return hasPairs
    }

    private static func isDoubleByte(_ sequence: [UInt8]) -> Bool {
        sequence == [0x24, 0x42] || sequence == [0x24, 0x40]
    }
}
