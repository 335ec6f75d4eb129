/// A part of a header's bytes.
typealias Bytes = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
    /// The bytes without those at both ends that the condition holds for.
    func trimmed(while isTrimmed: (UInt8) -> Bool) -> Bytes {
        var rest = self
        while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }

    /// Whether the bytes are those of a text in lower case, in whatever case themselves.
    func isEqualIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        var expected = text.utf8Start
        for byte in self {
            if byte.asciiLowercased != expected.pointee { return false }
            expected += 1
        }
        return true
    }

    var text: String { String(decoding: self, as: UTF8.self) }

    /// The text with its ASCII letters in lower case.
    var lowercasedText: String {
        guard contains(where: { $0.asciiLowercased != $0 }) else { return text }
        return String(decoding: map(\.asciiLowercased), as: UTF8.self)
    }
}
