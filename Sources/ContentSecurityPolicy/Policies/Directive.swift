/// A directive of a policy (CSP 3, section 2.3).
public struct Directive: Sendable, Hashable {
    /// The name, its ASCII letters in lower case.
    public let name: String
    /// The value as sent, without the white space around it.
    public let value: String
    /// Whether browsers throw the directive away, since its value holds a byte that no value may hold: a control
    /// character other than white space, or one that is not ASCII.
    ///
    /// The name counts as used all the same. By the text of CSP 3, section 2.2.1, a control character changes nothing,
    /// and a directive with a byte that is not ASCII does not count as the first of its name.
    public let isDropped: Bool
    /// Where it stands, name and value, in UTF-8 bytes of the text that the policy was read from.
    public let offsets: Range<Int>
    /// Whether the value is ASCII throughout.
    let isASCII: Bool

    /// Reads what stands between two semicolons, or gives nil where that is white space alone.
    init?(_ bytes: Bytes) {
        let token = bytes.trimmed(while: \.isASCIIWhiteSpace)
        guard !token.isEmpty else { return nil }
        let end = token.firstIndex(where: \.isASCIIWhiteSpace) ?? token.endIndex
        let value = token[end...].drop(while: \.isASCIIWhiteSpace)
        name = token[..<end].lowercasedText
        self.value = value.text
        offsets = token.startIndex..<token.endIndex
        isDropped = value.contains { !Self.isAllowed($0) }
        isASCII = !isDropped || value.allSatisfy { $0 < 0x80 }
    }

    /// The source expressions of the value, in order, read anew at each call.
    ///
    /// They mean something only for directives whose value is a source list, as those of `frame-ancestors` and
    /// `frame-src` are.
    public var sources: [SourceExpression] {
        Array(value.utf8).split(whereSeparator: \.isASCIIWhiteSpace).map(SourceExpression.init)
    }

    /// The value's first byte that makes browsers drop the directive; a scalar above U+007F is shown as it is.
    var forbiddenScalar: Unicode.Scalar? {
        value.unicodeScalars.first { !$0.isASCII || !Self.isAllowed(UInt8($0.value)) }
    }

    /// White space and visible ASCII; commas and semicolons cannot stand in a value anyway.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte || byte.isASCIIWhiteSpace
    }
}
