/// Names that stand where a value should: `USER_ID`, `YOUR_USER_ID`, `__UID__`, `:userId`, `%s`.
enum StandInName {
    private static let separators = Array("_-. @~!|#:()<>\"'".utf8)

    static func matches(_ text: String) -> Bool {
        isMarkedName(text) || isFormat(text) || isBlank(text) || isSpelledOut(text)
    }

    /// `__NAME__`, `:name` and `<name>`, whatever the name.
    private static func isMarkedName(_ text: String) -> Bool {
        if let name = inside(text, "__", "__") { return isName(name) && !name.utf8.allSatisfy(ASCII.isDigit) }
        if let name = inside(text, "<", ">") { return isName(name.filter { !" .-".contains($0) }) }
        return text.first == ":" && isName(String(text.dropFirst()))
    }

    /// `%s` and its like of `printf` and Python, alone or behind a separator at the end.
    private static func isFormat(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "%")), let percent = text.lastIndex(of: "%") else { return false }
        if let before = text[..<percent].last, before.isLetter || before.isNumber || before == "%" { return false }
        let format = text[text.index(after: percent)...]
        if let name = inside(String(format.dropLast()), "(", ")") { return isName(name) && format.last == "s" }
        let letter = format.drop { $0.isNumber }
        let isNumbered = letter.first == "$" && letter.count < format.count
        return ["s", "S", "d", "i", "u", "@"].contains(String(isNumbered ? letter.dropFirst() : format))
    }

    /// Nothing but dots, asterisks, question marks or crosses.
    private static func isBlank(_ text: String) -> Bool {
        if text == "…" { return true }
        if text.allSatisfy({ ".*?…".contains($0) }) { return text.count > 1 }
        return text.utf8.count > 2 && text.utf8.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }

    /// A name made of nothing but the words that such names are made of.
    private static func isSpelledOut(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ ASCII.isLetter($0) || separators.contains($0) }) else { return false }
        let letters = text.utf8.filter(ASCII.isLetter).map(ASCII.lowercase)
        return letters.count <= 60 && StandInWords.canSpell(letters)
    }

    private static func inside(_ text: String, _ opening: String, _ closing: String) -> String? {
        guard text.hasPrefix(opening), text.hasSuffix(closing), text.count > opening.count + closing.count else {
            return nil
        }
        return String(text.dropFirst(opening.count).dropLast(closing.count))
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, ASCII.isLetter(first) || first == UInt8(ascii: "_") else { return false }
        return text.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") }
    }
}
