/// A character reference in the text: the HTML Standard's section 13.2.5.72 and those that follow.
struct CharacterReference {
    /// How many bytes it takes in the source, ampersand included.
    let length: Int
    /// What it stands for.
    let scalars: [Unicode.Scalar]

    /// Reads the reference that begins at an ampersand.
    ///
    /// - Parameters:
    ///   - text: the text from the ampersand on.
    ///   - inAttribute: whether it stands in an attribute's value, where some names count only with a semicolon.
    /// - Returns: nil when the ampersand is just an ampersand.
    static func read(_ text: UnsafeBufferPointer<UInt8>.SubSequence, inAttribute: Bool) -> CharacterReference? {
        let body = text.dropFirst()
        guard let first = body.first else { return nil }
        if first == UInt8(ascii: "#") { return numeric(body.dropFirst()) }
        guard first.isASCIIAlphanumeric else { return nil }
        return named(body, inAttribute: inAttribute)
    }

    private static func named(
        _ body: UnsafeBufferPointer<UInt8>.SubSequence,
        inAttribute: Bool
    ) -> CharacterReference? {
        guard let match = NamedCharacterReferences.shared.longestMatch(body) else { return nil }
        if inAttribute, !match.endsWithSemicolon, let next = body.dropFirst(match.length).first,
            next == UInt8(ascii: "=") || next.isASCIIAlphanumeric
        {
            return nil
        }
        return CharacterReference(length: match.length + 1, scalars: match.scalars)
    }

    private static func numeric(_ body: UnsafeBufferPointer<UInt8>.SubSequence) -> CharacterReference? {
        let isHexadecimal = body.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = isHexadecimal ? body.dropFirst() : body
        var code: UInt32 = 0
        var count = 0
        for byte in digits {
            guard let digit = byte.digitValue(isHexadecimal: isHexadecimal) else { break }
            code = min(code * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
            count += 1
        }
        guard count > 0 else { return nil }
        let hasSemicolon = digits.dropFirst(count).first == UInt8(ascii: ";")
        let length = 2 + (isHexadecimal ? 1 : 0) + count + (hasSemicolon ? 1 : 0)
        return CharacterReference(length: length, scalars: [scalar(code)])
    }

    /// The scalar of a code, by the numeric character reference end state.
    private static func scalar(_ code: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(code) { return windows1252[Int(code - 0x80)] }
        guard code != 0, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        return scalar
    }

    /// What C1 control codes mean, by the table of the numeric character reference end state.
    private static let windows1252: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
