/// Text of a page in a message.
enum Quoted {
    private static let longest = 60

    /// The text in back quotes, cut when it is long, with controls and invisible characters as `U+…`.
    static func text(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars
        let shown = scalars.prefix(longest).map { isVisible($0) ? String($0) : codePoint($0) }.joined()
        return "`\(shown)\(scalars.count > longest ? "…" : "")`"
    }

    /// A single character as a message names it.
    static func scalar(_ scalar: Unicode.Scalar) -> String {
        if scalar == " " { return "a space" }
        return isVisible(scalar) ? "`\(scalar)`" : codePoint(scalar)
    }

    /// A list as in a sentence: `a`, `a and b`, `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default:
            return true
        }
    }

    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
