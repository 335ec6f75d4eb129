/// A name and a value of an `application/x-www-form-urlencoded` text, and where they stand.
///
/// All ranges are offsets in UTF-8 bytes, from zero, into the text that was parsed.
public struct FormField: Sendable, Hashable {
    /// The name, with `+` read as a space, percent-decoded, and U+FFFD for what is not UTF-8.
    public let name: String
    /// The value, decoded as the name is; empty when there is no `=`.
    public let value: String
    /// The name as it was written.
    public let rawName: String
    /// The value as it was written.
    public let rawValue: String
    /// Where the raw name stands.
    public let nameRange: Range<Int>
    /// Where the raw value stands; an empty range behind the name when there is no `=`.
    public let valueRange: Range<Int>
    /// Whether the decoded bytes of both name and value are UTF-8.
    public let isValidUTF8: Bool

    /// Where name, `=` and value stand.
    public var range: Range<Int> { nameRange.lowerBound..<valueRange.upperBound }

    /// Whether an `=` follows the name.
    public var hasEqualsSign: Bool { nameRange.upperBound < valueRange.lowerBound }

    /// The field that the piece of a text between two `&` holds.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        let equalsSign = bytes[range].firstIndex(of: .equals)
        nameRange = range.lowerBound..<(equalsSign ?? range.upperBound)
        valueRange = (equalsSign.map { $0 + 1 } ?? range.upperBound)..<range.upperBound
        rawName = String(decoding: bytes[nameRange], as: UTF8.self)
        rawValue = String(decoding: bytes[valueRange], as: UTF8.self)
        let decodedName = Self.decode(bytes[nameRange])
        let decodedValue = Self.decode(bytes[valueRange])
        name = decodedName.text
        value = decodedValue.text
        isValidUTF8 = decodedName.isValid && decodedValue.isValid
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, isValid: Bool) {
        let decoded = PercentEncoding.decode(bytes.map { $0 == .plus ? .space : $0 })
        guard let text = String(validating: decoded, as: UTF8.self) else {
            return (String(decoding: decoded, as: UTF8.self), false)
        }
        return (text, true)
    }
}
