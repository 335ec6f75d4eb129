/// Makes text from pages harmless for a terminal.
public enum VisibleText {
    /// The text with control characters, and those that turn the direction of writing, as `\u{…}`.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - keepsLineFeeds: whether line feeds stay, as they do in text of osteolint's own.
    public static func visible(_ text: String, keepsLineFeeds: Bool = false) -> String {
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
        isHidden(scalar) ? escape(scalar).unicodeScalars.count : 1
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar == "\t" ? " " : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}
