/// The value of an attribute in a search for `meta`.
///
/// A `charset` is ASCII, so only the character references that can stand for ASCII are resolved; the others stay as they
/// are, and make a label unknown either way.
enum AttributeText {
    static func resolvingReferences(in value: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
        var result: [UInt8] = []
        var rest = value
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let (character, length) = reference(at: rest.dropFirst()) {
                result.append(character)
                rest = rest.dropFirst(length + 1)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// What a reference after `&` stands for, and its length without the `&`.
    private static func reference(at text: Slice<UnsafeRawBufferPointer>) -> (character: UInt8, length: Int)? {
        if text.first == UInt8(ascii: "#") { return numeric(at: text.dropFirst()) }
        let name = text.prefix { ASCII.isLetter($0) }
        guard text.dropFirst(name.count).first == UInt8(ascii: ";"),
            let character = names[String(decoding: name, as: UTF8.self)]
        else { return nil }
        return (character, name.count + 1)
    }

    private static func numeric(at text: Slice<UnsafeRawBufferPointer>) -> (character: UInt8, length: Int)? {
        let isHexadecimal = text.first == UInt8(ascii: "x") || text.first == UInt8(ascii: "X")
        let digits = (isHexadecimal ? text.dropFirst() : text).prefix { isDigit($0, isHexadecimal) }
        let number = String(decoding: digits, as: UTF8.self)
        guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10), value > 0, value < 0x80 else { return nil }
        let end = text.dropFirst(digits.count + (isHexadecimal ? 1 : 0))
        let length = 1 + (isHexadecimal ? 1 : 0) + digits.count
        return (UInt8(value), end.first == UInt8(ascii: ";") ? length + 1 : length)
    }

    private static func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
        ASCII.isDigit(byte) || isHexadecimal && (0x61...0x66).contains(byte | 0x20)
    }

    private static let names: [String: UInt8] = [
        "Tab": 0x09, "NewLine": 0x0A, "quot": 0x22, "QUOT": 0x22, "num": 0x23, "dollar": 0x24, "percnt": 0x25,
        "amp": 0x26, "AMP": 0x26, "apos": 0x27, "lpar": 0x28, "rpar": 0x29, "ast": 0x2A, "midast": 0x2A, "plus": 0x2B,
        "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A, "semi": 0x3B, "lt": 0x3C, "LT": 0x3C,
        "equals": 0x3D, "gt": 0x3E, "GT": 0x3E, "quest": 0x3F, "commat": 0x40, "lbrack": 0x5B, "lsqb": 0x5B,
        "bsol": 0x5C, "rsqb": 0x5D, "rbrack": 0x5D, "Hat": 0x5E, "lowbar": 0x5F, "UnderBar": 0x5F, "grave": 0x60,
        "lbrace": 0x7B, "lcub": 0x7B, "verbar": 0x7C, "vert": 0x7C, "VerticalLine": 0x7C, "rcub": 0x7D, "rbrace": 0x7D,
    ]
}
