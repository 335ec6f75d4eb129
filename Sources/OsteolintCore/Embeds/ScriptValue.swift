/// What scripts write where a value is not there.
enum ScriptValue {
    private static let wholes: Set = ["undefined", "null", "nan", "none", "nil", "(null)", "<null>", "<nil>"]
    private static let partsInAnyCase: Set = ["undefined", "null"]
    private static let parts: Set = ["NaN", "None"]

    /// Whether a text is such a value, has one between separators (`user-undefined`), or is an object's default text.
    static func matches(_ text: String) -> Bool {
        let lowercased = text.lowercased()
        if wholes.contains(lowercased) { return true }
        if lowercased.contains(ascii: "[object ") { return true }
        // Each of the parts has an n, most values have none.
        guard lowercased.utf8.contains(UInt8(ascii: "n")) else { return false }
        return text.unicodeScalars.split { !isWordScalar($0) }.map(String.init).contains { part in
            parts.contains(part) || partsInAnyCase.contains(part.lowercased())
        }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else {
            let byte = UInt8(ascii: scalar)
            return ASCII.isLetter(byte) || ASCII.isDigit(byte)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
