/// Reads the names of Apache's `<Files>`: `*` is anything, `?` one character, `[…]` one of a set.
enum FileNamePattern {
    /// What a name says; nil where it is not understood.
    static func read(_ name: some Collection<UInt8>) -> PathPattern? {
        var expression: [UInt8] = []
        var isInSet = false
        for byte in name {
            switch byte {
            case UInt8(ascii: "*") where !isInSet: expression += Array(".*".utf8)
            case UInt8(ascii: "?") where !isInSet: expression += Array(".".utf8)
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                isInSet = byte == UInt8(ascii: "[")
                expression.append(byte)
            case UInt8(ascii: "!") where expression.last == UInt8(ascii: "["): expression.append(UInt8(ascii: "^"))
            default:
                if !isInSet, byte < 0x80, !ParameterName.contains(byte) { expression.append(UInt8(ascii: "\\")) }
                expression.append(byte)
            }
        }
        return RegularExpression.read(expression).flatMap(PathPattern.init)
    }
}
