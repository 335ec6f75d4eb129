/// One of Osteocom's parameters as an embed's URL gives it, under its own name or one that was meant to be it.
public struct EmbedParameter: Sendable, Hashable {
    /// The parameter.
    public let name: ParameterName
    /// The field that gives it.
    public let field: EmbedField
    /// The value as the card reads it, without the raw spaces and `+` around it.
    public let value: String
    /// Where that value stands in `URLInput.bytes`.
    public let valueIndices: Range<Int>
    /// Where that value stands, in UTF-8 bytes of `EmbedURL.source.text`; the whole field when the value is empty.
    public let range: Range<Int>
    /// What stands there instead of a value, if anything.
    public let placeholder: Placeholder?

    init(_ name: ParameterName, field: EmbedField, input: URLInput) {
        self.name = name
        self.field = field
        let indices = field.valueIndices
        let start = indices.first { !Self.isSpace(input.bytes[$0]) } ?? indices.upperBound
        let end = (indices.last { !Self.isSpace(input.bytes[$0]) } ?? start - 1) + 1
        valueIndices = start..<end
        value = EmbedField.decode(input.text(start..<end))
        range = start < end ? input.range(start..<end) : field.range
        placeholder = field.placeholder
    }

    /// Whether the field's name is not the parameter's, so that the card does not read it.
    public var isMisspelled: Bool { field.name != name.rawValue }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "+")
    }
}
