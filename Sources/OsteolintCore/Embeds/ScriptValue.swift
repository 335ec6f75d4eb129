/// What scripts write where a value is not there.
enum ScriptValue {
    private static let wholes: Set = ["undefined", "null", "nan", "none", "nil", "(null)", "<null>", "<nil>"]
    private static let partsInAnyCase: Set = ["undefined", "null"]
    private static let parts: Set = ["NaN", "None"]

    /// Whether a text is such a value, has one between separators (`user-undefined`), or is an object's default text.
    static func matches(_ text: String) -> Bool {
        let lowercased = text.lowercased()
        if wholes.contains(lowercased) { return true }
        if lowercased.contains("[object ") { return true }
        return text.split { !$0.isLetter && !$0.isNumber }.contains { part in
            parts.contains(String(part)) || partsInAnyCase.contains(part.lowercased())
        }
    }
}
