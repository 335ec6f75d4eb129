/// A token of a script (ECMAScript, section 12).
struct ScriptToken: Sendable {
    /// What a token is.
    enum Kind: UInt8, Sendable {
        /// A name or a word of the language.
        case identifier
        /// A number.
        case number
        /// A string between quotes; one that no quote ends stops at the end of its line.
        case string
        /// A template without substitutions.
        case template
        /// A template up to its first `${`.
        case templateHead
        /// What stands between two substitutions of a template, from `}` to `${`.
        case templateMiddle
        /// The rest of a template behind its last substitution.
        case templateTail
        /// A regular expression.
        case regularExpression
        /// Everything else.
        case punctuator
    }

    /// Stands for no token.
    static let none = -1

    private let first: UInt32
    private let behind: UInt32
    private let link: Int32
    private let enclosing: Int32
    /// What it is.
    let kind: Kind
    /// Whether a line ends between it and the token before it.
    let followsLineEnd: Bool

    /// Makes a token; `parent` is the bracket that it stands in, `partner` see `partner`.
    init(_ kind: Kind, _ range: Range<Int>, followsLineEnd: Bool, parent: Int, partner: Int = ScriptToken.none) {
        self.kind = kind
        self.followsLineEnd = followsLineEnd
        first = UInt32(truncatingIfNeeded: range.lowerBound)
        behind = UInt32(truncatingIfNeeded: range.upperBound)
        enclosing = Int32(truncatingIfNeeded: parent)
        link = Int32(truncatingIfNeeded: partner)
    }

    /// Where it begins, in bytes; no script has more than 2³².
    var start: Int { Int(first) }

    /// Where it ends, in bytes.
    var end: Int { Int(behind) }

    /// Where it stands, in bytes.
    var range: Range<Int> { start..<end }

    /// The index of the bracket or template head that it stands in; a bracket stands in the one around it.
    var parent: Int { Int(enclosing) }

    /// The index of the other bracket of a pair. Of a template's head and middle, the next part of the template; of
    /// its tail, the head.
    var partner: Int { Int(link) }

    /// The same token with its partner known.
    func joined(to partner: Int) -> ScriptToken {
        ScriptToken(kind, range, followsLineEnd: followsLineEnd, parent: parent, partner: partner)
    }
}
