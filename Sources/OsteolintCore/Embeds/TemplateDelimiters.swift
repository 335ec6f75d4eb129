/// How an expression of a template engine begins and ends.
struct TemplateDelimiters {
    enum Ending {
        case text([UInt8])
        /// The brace or parenthesis that closes the last one of the opening delimiter.
        case balanced(UInt8, UInt8)
    }

    let language: TemplateLanguage
    let opening: [UInt8]
    let ending: Ending

    /// Those that may enclose anything; the longer ones come before those that begin alike.
    static let all = [
        TemplateDelimiters(.exclamationBraces, "{!!", closing: "!!}"),
        TemplateDelimiters(.doubleBraces, "{{{", closing: "}}}"),
        TemplateDelimiters(.doubleBraces, "{{", closing: "}}"),
        TemplateDelimiters(.statement, "{%", closing: "%}"),
        TemplateDelimiters(.dollarBraces, "${", balanced: "{", "}"),
        TemplateDelimiters(.hashBraces, "#{", balanced: "{", "}"),
        TemplateDelimiters(.percentTag, "<%", closing: "%>"),
        TemplateDelimiters(.questionTag, "<?", closing: "?>"),
        TemplateDelimiters(.doubleBrackets, "[[", closing: "]]"),
        TemplateDelimiters(.bracketParentheses, "[(", closing: ")]"),
        TemplateDelimiters(.mergeTag, "*|", closing: "|*"),
        TemplateDelimiters(.razor, "@(", balanced: "(", ")"),
    ]

    /// Whether one of them begins with a byte; a table, since it is asked of every byte of every URL.
    private static let isFirst: [Bool] = (UInt8.min...UInt8.max).map { byte in
        all.contains { $0.opening.first == byte }
    }

    /// The delimiters that begin at an index, the longest first.
    static func opening(at index: Int, in bytes: [UInt8]) -> [TemplateDelimiters] {
        guard isFirst[Int(bytes[index])] else { return [] }
        return all.filter { bytes[index...].starts(with: $0.opening) }
    }

    private init(_ language: TemplateLanguage, _ opening: String, closing: String) {
        self.language = language
        self.opening = Array(opening.utf8)
        ending = .text(Array(closing.utf8))
    }

    private init(
        _ language: TemplateLanguage, _ opening: String, balanced open: Unicode.Scalar, _ close: Unicode.Scalar
    ) {
        self.language = language
        self.opening = Array(opening.utf8)
        ending = .balanced(UInt8(ascii: open), UInt8(ascii: close))
    }
}
