internal import WebURL

/// One name and value in an embed's URL (URL Standard, section 5, `application/x-www-form-urlencoded`).
public struct EmbedField: Sendable, Hashable {
    /// Where in the URL a field stands.
    public enum Carrier: String, Sendable, Hashable {
        /// In the query, where the card reads it.
        case query
        /// In the query, joined to the field before it by `;`: it is a part of that field's value.
        case semicolon
        /// Behind `#`, which a browser keeps to itself.
        case fragment
    }

    /// The name as the card reads it: `+` is a space, percent-decoded.
    public let name: String
    /// The value as the card reads it; empty when there is no `=`.
    public let value: String
    /// The name as in the attribute, but without tabs and line ends.
    public let rawName: String
    /// The value as in the attribute, but without tabs and line ends.
    public let rawValue: String
    /// Where the name stands in `URLInput.bytes`.
    public let nameIndices: Range<Int>
    /// Where the value stands in `URLInput.bytes`; empty and behind the name when there is no `=`.
    public let valueIndices: Range<Int>
    /// Where the name stands, in UTF-8 bytes of `EmbedURL.source.text`.
    public let nameRange: Range<Int>
    /// Where the value stands, in UTF-8 bytes of `EmbedURL.source.text`.
    public let valueRange: Range<Int>
    /// Where in the URL it stands.
    public let carrier: Carrier
    /// Where the separator stands that puts it there, the `#` or `;`, in UTF-8 bytes of `EmbedURL.source.text`.
    public let separator: Int?
    /// Whether the decoded bytes of name and value are UTF-8.
    public let isValidUTF8: Bool
    /// Which parameter the name was meant to be, if any.
    public let spelling: ParameterSpelling?
    /// What stands there instead of a value, if anything.
    public let placeholder: Placeholder?
    /// Whether it gives a secret away.
    public let isSecret: Bool

    init(_ input: URLInput, name: Range<Int>, value: Range<Int>, carrier: Carrier, separator: Int?) {
        rawName = input.text(name)
        rawValue = input.text(value)
        let decodedName = Self.decoded(rawName)
        let decodedValue = Self.decoded(rawValue)
        self.name = decodedName.text
        self.value = decodedValue.text
        isValidUTF8 = decodedName.isValid && decodedValue.isValid
        spelling = ParameterSpelling(decodedName.text)
        placeholder = Placeholder(rawValue: rawValue, value: decodedValue.text)
        isSecret =
            JSONWebToken.isPart(of: decodedName.text)
            || placeholder == nil && SecretParameter.isSecret(name: decodedName.text, value: decodedValue.text)
            || JSONWebToken.isPart(of: decodedValue.text)
        nameIndices = name
        valueIndices = value
        nameRange = input.range(name)
        valueRange = input.range(value)
        self.carrier = carrier
        self.separator = separator.map { input.range($0..<($0 + 1)).lowerBound }
    }

    /// Where name, `=` and value stand, in UTF-8 bytes of `EmbedURL.source.text`.
    public var range: Range<Int> { nameRange.lowerBound..<max(nameRange.upperBound, valueRange.upperBound) }

    /// What a raw name or value says once `+` is read as a space and the rest is percent-decoded.
    ///
    /// Bytes that are not UTF-8 become U+FFFD.
    public static func decode(_ raw: some StringProtocol) -> String {
        decoded(raw).text
    }

    private static func decoded(_ raw: some StringProtocol) -> (text: String, isValid: Bool) {
        // Most names and values say what is written.
        guard raw.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else {
            return (String(raw), true)
        }
        let bytes = PercentEncoding.decode(raw.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (String(decoding: bytes, as: UTF8.self), false)
        }
        return (text, true)
    }
}
