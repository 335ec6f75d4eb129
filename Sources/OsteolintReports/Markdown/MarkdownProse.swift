/// A sentence in pieces: plain words, and what is shown as code because a renderer could see more in it than text.
struct MarkdownProse {
    private typealias Scalars = Substring.UnicodeScalarView

    /// The sentence as Markdown.
    private(set) var text = ""
    /// Code that may go on; two spans of code side by side would be read as one.
    private var code = ""

    /// Makes Markdown of a sentence without control characters.
    init(_ sentence: String) {
        var rest = sentence.unicodeScalars[...]
        while let first = rest.first {
            if first == " " {
                plain(Substring(rest.prefix(1)))
                rest = rest.dropFirst()
            } else if let quoted = Self.quoted(rest), code.isEmpty {
                add(code: quoted)
                rest = rest.dropFirst(quoted.unicodeScalars.count + 2)
            } else {
                let word = Self.word(rest)
                let opening = word.prefix { "(\"'".unicodeScalars.contains($0) }
                if !opening.isEmpty, code.isEmpty {
                    plain(Substring(opening))
                    rest = rest.dropFirst(opening.count)
                } else {
                    add(word)
                    rest = rest.dropFirst(word.count)
                }
            }
        }
        endCode()
    }

    /// What osteolint itself has put between backticks at the beginning of a text; nil where it begins in another way.
    private static func quoted(_ text: Scalars) -> String? {
        guard text.first == "`" else { return nil }
        var index = text.index(after: text.startIndex)
        while let end = text[index...].firstIndex(of: "`") {
            let behind = text.index(after: end)
            let isEnd = behind == text.endIndex || " ,;:.)?!\"'".unicodeScalars.contains(text[behind])
            if isEnd, end > text.index(after: text.startIndex) {
                return String(text[text.index(after: text.startIndex)..<end])
            }
            index = behind
        }
        return nil
    }

    /// What stands before the next space; an attribute as a whole, whatever is in its quotes.
    private static func word(_ text: Scalars) -> Scalars {
        let word = text.prefix { $0 != " " }
        guard let sign = word.firstIndex(of: "="), word[sign...].count(where: { $0 == "\"" }) == 1 else { return word }
        guard let end = text[word.endIndex...].firstIndex(of: "\"") else { return word }
        return text[..<(text[end...].firstIndex(of: " ") ?? text.endIndex)]
    }

    private mutating func add(_ word: Scalars) {
        var core = word
        while let last = core.last, ",;:.)?!\"'".unicodeScalars.contains(last) { core = core.dropLast() }
        if Self.isPlain(core) {
            if !core.isEmpty { plain(Substring(core)) }
        } else {
            add(code: String(core))
        }
        let closing = word[core.endIndex...]
        if !closing.isEmpty { plain(Substring(closing)) }
    }

    private mutating func add(code more: String) { code += more }

    private mutating func plain(_ more: Substring) {
        endCode()
        text += more
    }

    private mutating func endCode() {
        guard !code.isEmpty else { return }
        text += MarkdownText.code(code)
        code = ""
    }

    /// Whether no renderer sees more than letters in a word: no markup, address, mention, emoji's name or reference.
    private static func isPlain(_ word: Scalars) -> Bool {
        var wasHyphen = false
        for scalar in word {
            switch scalar {
            // A tracker's references look like this: `ABC-123`.
            case "0"..."9" where wasHyphen: return false
            case "0"..."9", "a"..."z", "A"..."Z", "-", "'", "\"", ",", ";", "(", ")", "?": break
            case _ where scalar.isASCII: return false
            default: break
            }
            wasHyphen = scalar == "-"
        }
        return !isCommit(word)
    }

    /// Whether a word could be the beginning of a commit's name.
    private static func isCommit(_ word: Scalars) -> Bool {
        word.count >= 7 && word.allSatisfy { $0.isASCII && $0.properties.isHexDigit }
    }
}
