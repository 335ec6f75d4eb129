/// A value of `width` or `height` in CSS, as far as it tells whether anything of a frame is to be seen.
enum CSSLength {
    private static let keywords: Set = [
        "auto", "min-content", "max-content", "fit-content", "stretch", "-webkit-fill-available", "inherit", "initial",
        "unset", "revert", "revert-layer",
    ]
    private static let functions: Set = ["calc", "min", "max", "clamp", "var", "env", "fit-content"]
    private static let units: Set = [
        "%", "px", "em", "rem", "ex", "rex", "ch", "rch", "cap", "ic", "lh", "rlh", "cm", "mm", "q", "in", "pt", "pc",
        "vw", "vh", "vi", "vb", "vmin", "vmax", "svw", "svh", "lvw", "lvh", "dvw", "dvh", "cqw", "cqh", "cqi", "cqb",
        "cqmin", "cqmax",
    ]

    /// Whether a browser knows the value, given in lower case; it drops a declaration with any other.
    static func isValid(_ value: String) -> Bool {
        if keywords.contains(value) || isZero(value) { return true }
        if let parenthesis = value.firstIndex(of: "("), value.hasSuffix(")") {
            return functions.contains(String(value[..<parenthesis]))
        }
        guard let length = numberAndUnit(value) else { return false }
        return length.number >= 0 && units.contains(length.unit)
    }

    /// Whether the value is a length of nothing, in any unit or in none.
    static func isZero(_ value: String) -> Bool {
        if value.hasPrefix("calc("), value.hasSuffix(")") {
            return isZero(value.dropFirst(5).dropLast().filter { !$0.isWhitespace })
        }
        guard let length = numberAndUnit(value) else { return false }
        return length.number == 0 && (length.unit.isEmpty || units.contains(length.unit))
    }

    private static func numberAndUnit(_ value: String) -> (number: Double, unit: String)? {
        let digits = value.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
        guard let last = digits.last, last != ".", let number = Double(digits.first == "." ? "0" + digits : digits)
        else {
            return nil
        }
        return (number, String(value.dropFirst(digits.count)))
    }
}
