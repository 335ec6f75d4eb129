/// Classes and letter case of ASCII bytes, and runs of them.
enum ASCII {
    /// Tab, line feed, form feed, carriage return and space: "ASCII whitespace" of the Infra Standard.
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func lowercase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// Whether two byte strings are equal when the letter case of ASCII letters does not count.
    static func equalIgnoringCase(_ left: some Sequence<UInt8>, _ right: StaticString) -> Bool {
        right.withUTF8Buffer { name in left.elementsEqual(name) { lowercase($0) == lowercase($1) } }
    }

    /// The index of the first byte above 127 at or after an index, or the number of bytes.
    static func runEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 32 <= bytes.count {
            let first = word(in: bytes, at: index) | word(in: bytes, at: index + 8)
            let second = word(in: bytes, at: index + 16) | word(in: bytes, at: index + 24)
            guard (first | second) & highBits == 0 else { break }
            index += 32
        }
        while index + 8 <= bytes.count {
            guard word(in: bytes, at: index) & highBits == 0 else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    @inline(__always)
    private static func word(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
}
