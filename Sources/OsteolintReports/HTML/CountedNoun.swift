/// Numbers as sentences have them.
enum CountedNoun {
    /// A number with its noun, such as `1 page` and `1,200 pages`.
    static func text(_ number: Int, _ noun: String) -> String {
        "\(digits(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A number with a comma between each three digits.
    static func digits(_ number: Int) -> String {
        let digits = String(number)
        guard digits.utf8.count > 3 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, digit != "-", (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
