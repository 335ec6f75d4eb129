/// A `width` or `height` attribute (HTML Standard, section 2.3.4.4, "rules for parsing dimension values").
enum HTMLDimension {
    /// Whether an attribute's value says nothing wide or high: `0`, `0px`, `0%`, `0.0`.
    ///
    /// Browsers read the digits at the start and take a `%` behind them into account, but no unit; a value that begins
    /// otherwise is ignored.
    static func isZero(_ value: String) -> Bool {
        let text = value.drop { " \t\n\u{C}\r".contains($0) }
        let whole = text.prefix(while: isDigit)
        guard !whole.isEmpty, whole.allSatisfy({ $0 == "0" }) else { return false }
        let rest = text.dropFirst(whole.count)
        guard rest.first == "." else { return true }
        return rest.dropFirst().prefix(while: isDigit).allSatisfy { $0 == "0" }
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}
