/// The beginning of something that a server sent, as it may stand in a message.
public enum Excerpt {
    private static let longest = 60

    /// At most 60 visible characters of a text.
    ///
    /// - Parameters:
    ///   - text: what the server sent.
    ///   - hidden: what must not be shown, such as a user's id that the server repeats.
    /// - Returns: the text on one line, with a dot in the place of each scalar that is not visible by itself, and
    ///   asterisks in the place of what is hidden.
    public static func of(_ text: String, hiding hidden: [String] = []) -> String {
        // Enough to find what is hidden before it is cut in two.
        var beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(4096)))
        for secret in hidden where !secret.isEmpty { beginning = beginning.split(on: secret).joined(separator: "***") }
        let scalars = beginning.unicodeScalars.map { $0.properties.isWhitespace ? " " : isVisible($0) ? $0 : "·" }
        let words = Array(scalars.split(separator: " ").joined(separator: [" "]))
        let shown = String(String.UnicodeScalarView(words.prefix(longest)))
        return words.count > longest ? shown + "…" : shown
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .nonspacingMark, .enclosingMark, .spacingMark:
            false
        default: true
        }
    }
}

extension String {
    /// The parts between the occurrences of a text, which is compared scalar by scalar.
    fileprivate func split(on text: String) -> [String] {
        let needle = Array(text.unicodeScalars)
        var parts: [String] = []
        var rest = Array(unicodeScalars)[...]
        while let found = rest.firstRange(of: needle) {
            parts.append(String(String.UnicodeScalarView(rest[..<found.lowerBound])))
            rest = rest[found.upperBound...]
        }
        return parts + [String(String.UnicodeScalarView(rest))]
    }
}
