/// The declarations of a `style` attribute (CSS Syntax, section 5.5.5, "parse a list of declarations").
struct InlineStyle {
    private struct Declaration {
        let name: String
        let value: String
        let isImportant: Bool
    }

    private let declarations: [Declaration]

    /// Reads an attribute's value; nil gives a style without declarations.
    init(_ text: String?) {
        let pieces = text.map { Self.pieces(of: Self.withoutComments($0)) } ?? []
        declarations = pieces.compactMap(Self.declaration)
    }

    /// The value that counts: the last one that is valid, an important one before all others.
    ///
    /// - Parameters:
    ///   - name: the property in lower case.
    ///   - isValid: whether a browser knows a value of this property; it drops declarations with any other.
    /// - Returns: the value in lower case without `!important`, or nil when there is none.
    func value(of name: String, where isValid: (String) -> Bool) -> String? {
        let known = declarations.filter { $0.name == name && isValid($0.value) }
        return (known.last(where: \.isImportant) ?? known.last)?.value
    }

    private static func withoutComments(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound] + " "
            let comment = rest[start.upperBound...]
            rest = comment.firstRange(of: "*/").map { comment[$0.upperBound...] } ?? ""
        }
        return result + rest
    }

    /// The pieces between semicolons that stand in no string, bracket or block.
    private static func pieces(of text: String) -> [String] {
        var pieces = [""]
        var closers: [Character] = []
        var isEscaped = false
        for character in text {
            if character == ";", closers.isEmpty {
                pieces.append("")
                continue
            }
            pieces[pieces.count - 1].append(character)
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == closers.last {
                closers.removeLast()
            } else if !isQuote(closers.last), let closer = closer(of: character) {
                closers.append(closer)
            }
        }
        return pieces
    }

    private static func isQuote(_ closer: Character?) -> Bool { closer == "\"" || closer == "'" }

    private static func closer(of opener: Character) -> Character? {
        switch opener {
        case "(": ")"
        case "[": "]"
        case "{": "}"
        case "\"", "'": opener
        default: nil
        }
    }

    private static func declaration(_ piece: String) -> Declaration? {
        guard let colon = piece.firstIndex(of: ":") else { return nil }
        let name = trimmed(piece[..<colon])
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) else { return nil }
        var value = trimmed(piece[piece.index(after: colon)...])
        let mark = value.lastIndex(of: "!")
        let isImportant = mark.map { trimmed(value[value.index(after: $0)...]) == "important" } ?? false
        if isImportant, let mark { value = trimmed(value[..<mark]) }
        return Declaration(name: name, value: value, isImportant: isImportant)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed()).lowercased()
    }
}
