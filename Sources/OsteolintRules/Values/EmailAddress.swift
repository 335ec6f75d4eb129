/// Recognises e-mail addresses in values.
enum EmailAddress {
    private static let separators = " ,;|<>()[]{}\"':/="
    private static let specials = "!#$%&*+?^_`~-."

    /// Whether a text is an address, or has one between separators.
    static func isPart(of text: String) -> Bool {
        text.contains("@") && text.split { separators.contains($0) }.contains(where: isAddress)
    }

    private static func isAddress(_ text: Substring) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        return parts[0].allSatisfy(isLocal) && isDomain(parts[1])
    }

    private static func isLocal(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || specials.contains(character)
    }

    /// At least two labels, of which the last is not a number.
    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        return last.count > 1 && last.contains(where: \.isLetter)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.first != "-" && label.last != "-"
            && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}
