/// A field line of a response (RFC 9110, section 5).
///
/// Each scalar U+0000 to U+00FF of name and value is one byte (isomorphic decoding). Scalars above U+00FF count as bytes
/// that are not ASCII too.
public struct ResponseField: Sendable, Hashable {
    /// The name as sent, in whatever case and with white space that it ought not to have.
    public let name: String
    /// The value as sent, without the colon before it.
    public let value: String

    /// A field of this name and value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is the field of a name in lower case.
    ///
    /// - Parameters:
    ///   - expected: the name in lower case.
    ///   - reading: browsers take a name with white space after it, the standards do not.
    /// - Returns: whether it is, in whatever case.
    func isNamed(_ expected: StaticString, _ reading: Reading) -> Bool {
        var rest = name.utf8[...]
        if reading == .browser {
            while let last = rest.last, last.isTabOrSpace { rest.removeLast() }
        }
        guard rest.count == expected.utf8CodeUnitCount else { return false }
        var pointer = expected.utf8Start
        for byte in rest {
            if byte.asciiLowercased != pointer.pointee { return false }
            pointer += 1
        }
        return true
    }
}
