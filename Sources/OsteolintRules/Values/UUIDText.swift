/// UUIDs as text (RFC 9562, section 4).
enum UUIDText {
    /// Where the hyphens stand.
    private static let hyphens = [8, 13, 18, 23]
    private static let length = 36

    /// The version, or nil where a text is no UUID; 32 digits without hyphens are one if version and variant are
    /// known. Hexadecimal digits before it, up to a hyphen, do not count.
    static func version(of text: String) -> Int? {
        var bytes = Array(text.utf8)
        if bytes.count > length, bytes[bytes.count - length - 1] == UInt8(ascii: "-") { bytes = bytes.suffix(length) }
        if bytes.count > length, bytes[length] == UInt8(ascii: "-") { bytes = Array(bytes.prefix(length)) }
        guard bytes.count == length else { return bytes.count == 32 ? version(ofDigits: bytes) : nil }
        guard hyphens.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
        let digits = bytes.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32, digits.allSatisfy({ digit($0) != nil }) else { return nil }
        return digit(digits[12])
    }

    private static func version(ofDigits digits: [UInt8]) -> Int? {
        guard digits.allSatisfy({ digit($0) != nil }), let version = digit(digits[12]), let variant = digit(digits[16]),
            [1, 4, 6, 7].contains(version), 8...11 ~= variant
        else { return nil }
        return version
    }

    private static func digit(_ byte: UInt8) -> Int? { Character(Unicode.Scalar(byte)).hexDigitValue }
}
