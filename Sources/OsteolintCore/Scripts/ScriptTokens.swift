/// The tokens of a script, or of a part of a very long one, with their brackets matched.
struct ScriptTokens: Sendable {
    /// How many tokens are held at a time; a longer script is read in parts.
    static let most = 3 << 20

    /// The text that they stand in.
    let text: [UInt8]
    private(set) var tokens: [ScriptToken] = []
    /// The head of the template that each middle belongs to.
    private var heads: [Int: Int] = [:]

    /// Reads the next tokens; nil when there are none.
    init?(_ lexer: inout ScriptLexer, most: Int = Self.most) {
        text = lexer.text
        lexer.restartCount()
        while tokens.count < most, let token = lexer.next() {
            let index = tokens.count
            tokens.append(token)
            guard token.partner != ScriptToken.none else { continue }
            join(token, at: index)
        }
        guard !tokens.isEmpty else { return nil }
    }

    private mutating func join(_ token: ScriptToken, at index: Int) {
        let before = token.partner
        let head = tokens[before].kind == .templateHead ? before : heads[before] ?? ScriptToken.none
        tokens[before] = tokens[before].joined(to: index)
        if token.kind == .templateMiddle {
            heads[index] = head
            tokens[index] = token.joined(to: ScriptToken.none)
        } else if token.kind == .templateTail {
            tokens[index] = token.joined(to: head)
        }
    }

    /// How many there are.
    var count: Int { tokens.count }

    /// A token by its index.
    subscript(index: Int) -> ScriptToken { tokens[index] }

    /// Its bytes.
    func bytes(_ index: Int) -> ArraySlice<UInt8> { text[tokens[index].range] }

    /// Whether a name or punctuator says this; false for an index that is none.
    func says(_ index: Int, _ word: StaticString) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let token = tokens[index]
        guard token.end - token.start == word.utf8CodeUnitCount,
            token.kind == .identifier || token.kind == .punctuator
        else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { text[token.start + $0] == word.utf8Start[$0] }
    }

    /// Whether a token is of a kind; false for an index that is none.
    func isKind(_ index: Int, _ kind: ScriptToken.Kind) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == kind
    }

    /// Whether a token is `.` or `?.`.
    func isPoint(_ index: Int) -> Bool { says(index, ".") || says(index, "?.") }

    /// Whether two tokens are written alike.
    func areAlike(_ one: Int, _ other: Int) -> Bool { bytes(one).elementsEqual(bytes(other)) }

    /// A number that equal names share.
    func hash(_ index: Int) -> UInt64 {
        bytes(index).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    /// The bracket that closes one; the number of tokens where nothing does.
    func closing(_ open: Int) -> Int {
        let partner = tokens[open].partner
        return partner > open ? partner : count
    }

    /// The bytes from the first token of a range to the end of its last.
    func source(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= count else {
            let offset = tokens.indices.contains(range.lowerBound) ? tokens[range.lowerBound].start : text.count
            return offset..<offset
        }
        let start = tokens[range.lowerBound].start
        return start..<max(start, tokens[range.upperBound - 1].end)
    }
}
