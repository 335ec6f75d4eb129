/// Percent-encoding and -decoding of bytes (URL Standard, section 1.3).
public enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The bytes with each `%` and two hexadecimal digits replaced by the byte that they stand for.
    ///
    /// A `%` without two hexadecimal digits stays as it is.
    public static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var decoded = Array(bytes)
        // Few texts have any, and those are decoded in their own memory.
        guard var end = decoded.firstIndex(of: .percent) else { return decoded }
        var index = end
        while index < decoded.count {
            let byte = encodedByte(in: decoded, at: index)
            decoded[end] = byte ?? decoded[index]
            end += 1
            index += byte == nil ? 1 : 3
        }
        decoded.removeSubrange(end...)
        return decoded
    }

    /// The UTF-8 bytes of the text, decoded.
    public static func decode(_ text: String) -> [UInt8] {
        decode(text.utf8)
    }

    /// The text's UTF-8 bytes, with those in the set percent-encoded.
    ///
    /// - Parameters:
    ///   - text: what to encode.
    ///   - set: the bytes that must not stand as they are.
    /// - Returns: the encoded text, which is ASCII.
    public static func encode(_ text: String, _ set: PercentEncodeSet) -> String {
        encode(text.utf8, set)
    }

    /// The bytes, with those in the set percent-encoded.
    ///
    /// - Parameters:
    ///   - bytes: what to encode.
    ///   - set: the bytes that must not stand as they are.
    /// - Returns: the encoded text, which is ASCII.
    public static func encode(_ bytes: some Collection<UInt8>, _ set: PercentEncodeSet) -> String {
        // An array, since the compiler makes no code of their own for the collections of other modules.
        let bytes = Array(bytes)
        guard bytes.contains(where: set.contains) else { return String(decoding: bytes, as: UTF8.self) }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count + 16)
        for byte in bytes {
            if set.contains(byte) {
                encoded += [.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                encoded.append(byte)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The byte that a `%` and two hexadecimal digits at an index stand for, or nil where there are none.
    private static func encodedByte(in bytes: [UInt8], at index: Int) -> UInt8? {
        guard bytes[index] == .percent, index + 2 < bytes.count, let high = bytes[index + 1].hexadecimalValue,
            let low = bytes[index + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}
