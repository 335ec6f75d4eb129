extension UInt8 {
    /// The HTML Standard's white space of the tokenizer; CR counts, as newlines are normalised while reading.
    @inline(__always)
    var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }

    @inline(__always)
    var isASCIIAlpha: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isASCIIUpper: Bool { self &- 0x41 < 26 }

    @inline(__always)
    var isASCIIAlphanumeric: Bool { isASCIIAlpha || self &- 0x30 < 10 }

    /// Space, `/` or `>`: what may follow a tag name.
    @inline(__always)
    var endsTagName: Bool { isHTMLSpace || self == 0x2F || self == 0x3E }

    /// The value as a decimal or hexadecimal digit.
    func digitValue(isHexadecimal: Bool) -> UInt8? {
        if self &- 0x30 < 10 { return self &- 0x30 }
        guard isHexadecimal, (self | 0x20) &- 0x61 < 6 else { return nil }
        return (self | 0x20) &- 0x57
    }
}

extension [UInt8] {
    /// The bytes of U+FFFD in UTF-8.
    static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

    mutating func append(scalar: Unicode.Scalar) {
        append(contentsOf: UTF8.encode(scalar).unsafelyUnwrappedCodeUnits)
    }
}

extension Optional where Wrapped == UTF8.EncodedScalar {
    /// Every scalar has a UTF-8 form, so nil cannot occur.
    fileprivate var unsafelyUnwrappedCodeUnits: UTF8.EncodedScalar { self ?? UTF8.encodedReplacementCharacter }
}
