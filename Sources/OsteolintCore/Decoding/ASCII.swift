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

    /// The index at which an ASCII text begins in others, from a start on, or nil where it does not.
    static func firstIndex(
        of text: StaticString,
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int = 0
    ) -> Int? {
        let count = text.utf8CodeUnitCount
        guard start + count <= bytes.count else { return nil }
        let first = text.utf8Start[0]
        for index in start...(bytes.count - count) where bytes[index] == first {
            if (1..<count).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] }) { return index }
        }
        return nil
    }

    /// Whether an ASCII text stands in others.
    static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
        firstIndex(of: text, in: bytes) != nil
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

    /// The index of the first line feed or carriage return at or after an index, or the number of bytes.
    static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = word(in: bytes, at: index)
            guard !hasZeroByte(word ^ 0x0A0A_0A0A_0A0A_0A0A), !hasZeroByte(word ^ 0x0D0D_0D0D_0D0D_0D0D) else { break }
            index += 8
        }
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        return index
    }

    /// How many Unicode scalars begin in a stretch of UTF-8: all bytes but those that continue one.
    static func countScalars(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        var count = range.count
        while index + 8 <= range.upperBound {
            let word = word(in: bytes, at: index)
            count -= (word & ~(word << 1) & highBits).nonzeroBitCount
            index += 8
        }
        while index < range.upperBound {
            if bytes[index] & 0xC0 == 0x80 { count -= 1 }
            index += 1
        }
        return count
    }

    @inline(__always)
    private static func hasZeroByte(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits != 0
    }

    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    @inline(__always)
    private static func word(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
}
