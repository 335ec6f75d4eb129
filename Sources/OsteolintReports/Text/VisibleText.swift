/// Makes text from pages harmless for a terminal.
public enum VisibleText {
    /// The text with control characters, and those that nobody sees or that turn the direction of writing, as `\u{…}`.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - keepsLineFeeds: whether line feeds stay, as they do in text of osteolint's own.
    /// - Returns: the text without anything that a terminal would obey or hide.
    public static func visible(_ text: String, keepsLineFeeds: Bool = false) -> String {
        // Nearly all texts are ASCII, and looking at bytes is several times faster.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        guard text.unicodeScalars.contains(where: { isHidden($0) && !(keepsLineFeeds && $0 == "\n") }) else {
            return text
        }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isHidden(scalar), !(keepsLineFeeds && scalar == "\n") {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    /// How many columns of a terminal `visible` makes of a scalar.
    static func width(of scalar: Unicode.Scalar) -> Int {
        if isHidden(scalar) { return escape(scalar).unicodeScalars.count }
        return scalar.isASCII ? 1 : WideCharacters.columns(of: scalar)
    }

    /// What stands for a hidden scalar: its number, or a space for a tab.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar == "\t" ? " " : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    /// Whether a scalar is one that a terminal obeys, or that nobody sees.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
