/// Takes a script apart into tokens, in time proportional to its length (ECMAScript, section 12).
///
/// What is no JavaScript, such as types and markup in a source that was not compiled, gives odd tokens, and the lexer
/// finds its way back at the end of the line.
struct ScriptLexer {
    /// A bracket that is open.
    private struct Bracket {
        /// `(`, `[`, `{`, or `$` for a substitution of a template.
        let byte: UInt8
        /// Of `(`, whether it holds a condition, behind which an expression may begin; of `{`, whether it opens a block.
        let isStatement: Bool
        /// Its index among the tokens; of a substitution, that of the template's head.
        let index: Int32
        /// Of a substitution, the part of the template before it.
        let part: Int32
    }

    /// Brackets deeper than this are not matched.
    private static let deepest = 1 << 20
    /// A regular expression is no longer than this, in bytes.
    private static let longestExpression = 1 << 16

    let text: [UInt8]
    private let end: Int
    private(set) var position: Int
    private var brackets: [Bracket] = []
    /// The brackets below this one were opened before the present tokens.
    private var floor = 0
    private var count = 0
    /// Whether what came last ends an operand, so that a `/` divides.
    private var endsOperand = false
    /// What came last, for the meaning of a bracket behind it.
    private var last = 0..<0
    private var lastKind: ScriptToken.Kind?
    /// Whether the name that came last is a member's, `a.if`.
    private var lastIsMember = false
    private var isBehindLineEnd = true
    /// Switched off where a template was found that never ends.
    private var readsTemplates = true
    /// How many bytes may still be read in vain for the ends of regular expressions.
    private var patience: Int

    /// Begins at the start of a stretch, in bytes.
    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        end = range.upperBound
        position = range.lowerBound
        patience = 4 * range.count + 4096
        if byte(0) == UInt8(ascii: "#"), byte(1) == UInt8(ascii: "!") { skipLine() }
    }

    /// Counts tokens from zero again; brackets that are open have no index any more.
    mutating func restartCount() {
        count = 0
        floor = brackets.count
    }

    /// The next token, or nil at the end.
    mutating func next() -> ScriptToken? {
        skipTrivia()
        guard position < end else { return nil }
        let start = position
        let isFirst = isBehindLineEnd
        isBehindLineEnd = false
        let token = read(start, isFirst)
        count += 1
        return token
    }

    private func byte(_ distance: Int) -> UInt8 {
        position + distance < end ? text[position + distance] : 0
    }

    /// Whether `.` or `?.` came last.
    private var isBehindPoint: Bool {
        lastKind == .punctuator && last.count <= 2 && text[last.upperBound - 1] == UInt8(ascii: ".")
    }

    private var parent: Int { brackets.count > floor ? Int(brackets[brackets.count - 1].index) : ScriptToken.none }

    private mutating func finish(
        _ kind: ScriptToken.Kind, _ start: Int, _ isFirst: Bool, endsOperand: Bool, parent: Int? = nil,
        partner: Int = ScriptToken.none
    ) -> ScriptToken {
        lastIsMember = kind == .identifier && isBehindPoint
        self.endsOperand = endsOperand
        last = start..<position
        lastKind = kind
        return ScriptToken(
            kind, start..<position, followsLineEnd: isFirst, parent: parent ?? self.parent, partner: partner)
    }

    private mutating func read(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        let byte = text[start]
        if Self.isNameByte(byte) || byte == UInt8(ascii: "\\") {
            return ASCII.isDigit(byte) ? readNumber(start, isFirst) : readName(start, isFirst)
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return readString(start, isFirst)
        case UInt8(ascii: "`") where readsTemplates: return readTemplate(start, isFirst)
        case UInt8(ascii: "#") where Self.isNameByte(self.byte(1)):
            position += 1
            return readName(start, isFirst)
        case UInt8(ascii: ".") where ASCII.isDigit(self.byte(1)): return readNumber(start, isFirst)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return open(start, isFirst)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return close(start, isFirst)
        case UInt8(ascii: "/") where !endsOperand:
            if let end = endOfExpression(start) {
                position = end
                return finish(.regularExpression, start, isFirst, endsOperand: true)
            }
        default: break
        }
        return readPunctuator(start, isFirst)
    }
}

// MARK: - Names, numbers, strings

extension ScriptLexer {
    /// Letters, digits, `_`, `$`, and all that is not ASCII.
    static func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || byte >= 0x80
    }

    private mutating func readName(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        repeat {
            if text[position] == UInt8(ascii: "\\") {
                position = min(end, position + 2)
                if position < end, text[position - 1] == UInt8(ascii: "u"), text[position] == UInt8(ascii: "{") {
                    while position < end, text[position] != UInt8(ascii: "}"), position - start < 64 { position += 1 }
                    position = min(end, position + 1)
                }
            } else {
                position += 1
            }
        } while position < end && continuesName(position)
        return finish(
            .identifier, start, isFirst,
            endsOperand: isBehindPoint || !ScriptWords.precedesExpression(text[start..<position]))
    }

    private func continuesName(_ offset: Int) -> Bool {
        let byte = text[offset]
        if byte < 0x80 { return Self.isNameByte(byte) || byte == UInt8(ascii: "\\") }
        return widthOfSpace(offset) == 0
    }

    /// Digits, letters, points, and the sign of an exponent.
    private mutating func readNumber(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        let isHexadecimal = text[start] == UInt8(ascii: "0") && byte(1) | 0x20 == UInt8(ascii: "x")
        while position < end {
            let byte = text[position]
            let isExponent = !isHexadecimal && position > start && text[position - 1] | 0x20 == UInt8(ascii: "e")
            let isSign = isExponent && (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
            guard isSign || byte == UInt8(ascii: ".") || Self.isNameByte(byte) && byte < 0x80 else { break }
            position += 1
        }
        return finish(.number, start, isFirst, endsOperand: true)
    }

    private mutating func readString(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        let quote = text[start]
        position += 1
        while position < end {
            let byte = text[position]
            if byte == quote {
                position += 1
                break
            }
            if byte == 0x0A || byte == 0x0D { break }
            let isPair = byte == UInt8(ascii: "\\") && self.byte(1) == 0x0D && self.byte(2) == 0x0A
            position = min(end, position + (isPair ? 3 : byte == UInt8(ascii: "\\") ? 2 : 1))
        }
        return finish(.string, start, isFirst, endsOperand: true)
    }

    /// Where a regular expression that begins at an offset ends with its flags; nil where its line ends first.
    private mutating func endOfExpression(_ start: Int) -> Int? {
        guard patience > 0 else { return nil }
        var offset = start + 1
        var isInClass = false
        let limit = min(end, start + Self.longestExpression)
        while offset < limit, text[offset] != 0x0A, text[offset] != 0x0D {
            switch text[offset] {
            case UInt8(ascii: "\\") where offset + 1 < limit && text[offset + 1] != 0x0A: offset += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                offset += 1
                while offset < end, text[offset] < 0x80, Self.isNameByte(text[offset]) { offset += 1 }
                return offset
            default: break
            }
            offset += 1
        }
        patience -= offset - start
        return nil
    }
}

// MARK: - Templates and brackets

extension ScriptLexer {
    private mutating func readTemplate(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        guard let stop = endOfPart(start + 1) else {
            readsTemplates = false
            return readPunctuator(start, isFirst)
        }
        position = stop.offset
        guard stop.isSubstitution else { return finish(.template, start, isFirst, endsOperand: true) }
        let around = parent
        push(UInt8(ascii: "$"), isStatement: false, index: count, part: count)
        return finish(.templateHead, start, isFirst, endsOperand: false, parent: around)
    }

    /// Where a part of a template ends that begins at an offset, behind its `${` or its backtick.
    private func endOfPart(_ start: Int) -> (offset: Int, isSubstitution: Bool)? {
        var offset = start
        while offset < end {
            switch text[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "`"): return (offset + 1, false)
            case UInt8(ascii: "$") where offset + 1 < end && text[offset + 1] == UInt8(ascii: "{"):
                return (offset + 2, true)
            default: break
            }
            offset += 1
        }
        return nil
    }

    private mutating func push(_ byte: UInt8, isStatement: Bool, index: Int, part: Int) {
        guard brackets.count < Self.deepest else { return }
        brackets.append(
            Bracket(
                byte: byte, isStatement: isStatement, index: Int32(truncatingIfNeeded: index),
                part: Int32(truncatingIfNeeded: part)))
    }

    private mutating func open(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        let byte = text[start]
        let isStatement =
            byte == UInt8(ascii: "(") ? isBehindConditionWord : byte == UInt8(ascii: "{") && !isExpressionExpected
        position += 1
        let around = parent
        push(byte, isStatement: isStatement, index: count, part: ScriptToken.none)
        return finish(.punctuator, start, isFirst, endsOperand: false, parent: around)
    }

    private var isBehindConditionWord: Bool {
        lastKind == .identifier && !lastIsMember && ScriptWords.precedesCondition(text[last])
    }

    /// Whether a `{` opens an object, by what stands before it.
    private var isExpressionExpected: Bool {
        switch lastKind {
        case nil: return false
        case .identifier: return !endsOperand && !ScriptWords.precedesBlock(text[last])
        case .templateHead, .templateMiddle: return true
        case .punctuator:
            let text = text[last]
            guard let byte = text.last else { return false }
            if text.elementsEqual("=>".utf8) { return false }
            return "(,=:[!&|?+-*/%<>~^".utf8.contains(byte)
        default: return false
        }
    }

    private mutating func close(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        guard let bracket = popPartner(of: text[start]) else {
            position += 1
            return finish(.punctuator, start, isFirst, endsOperand: text[start] != UInt8(ascii: "}"))
        }
        let isKnown = brackets.count >= floor
        floor = min(floor, brackets.count)
        if bracket.byte == UInt8(ascii: "$"), readsTemplates {
            if let stop = endOfPart(start + 1) {
                return continueTemplate(start, isFirst, bracket, stop, isKnown: isKnown)
            }
            readsTemplates = false
        }
        position += 1
        return finish(
            .punctuator, start, isFirst, endsOperand: !bracket.isStatement,
            partner: isKnown && bracket.byte != UInt8(ascii: "$") ? Int(bracket.index) : ScriptToken.none)
    }

    /// A middle names the part before it as its partner; the tokens' owner turns that round.
    private mutating func continueTemplate(
        _ start: Int, _ isFirst: Bool, _ bracket: Bracket, _ stop: (offset: Int, isSubstitution: Bool), isKnown: Bool
    ) -> ScriptToken {
        position = stop.offset
        let around = parent
        let part = isKnown ? Int(bracket.part) : ScriptToken.none
        if stop.isSubstitution {
            push(UInt8(ascii: "$"), isStatement: false, index: isKnown ? Int(bracket.index) : count, part: count)
        }
        return finish(
            stop.isSubstitution ? .templateMiddle : .templateTail, start, isFirst, endsOperand: !stop.isSubstitution,
            parent: around, partner: part)
    }

    /// Closes brackets up to the one that a closing one belongs to; nil where there is none near.
    private mutating func popPartner(of byte: UInt8) -> Bracket? {
        let nearest = brackets.indices.suffix(64).last { index in
            let open = brackets[index].byte
            switch byte {
            case UInt8(ascii: ")"): return open == UInt8(ascii: "(")
            case UInt8(ascii: "]"): return open == UInt8(ascii: "[")
            default: return open == UInt8(ascii: "{") || open == UInt8(ascii: "$")
            }
        }
        guard let nearest else { return nil }
        let isCrossingTemplate = brackets[(nearest + 1)...].contains { $0.byte == UInt8(ascii: "$") }
        guard !isCrossingTemplate else { return nil }
        let bracket = brackets[nearest]
        brackets.removeSubrange(nearest...)
        return bracket
    }
}

// MARK: - Punctuators and what means nothing

extension ScriptLexer {
    private mutating func readPunctuator(_ start: Int, _ isFirst: Bool) -> ScriptToken {
        position += lengthOfPunctuator
        // Behind `i++` a slash divides; before an operand nobody writes one.
        let isStep = position - start == 2 && text[start] == text[start + 1] && "+-".utf8.contains(text[start])
        return finish(.punctuator, start, isFirst, endsOperand: isStep)
    }

    /// The longest punctuator that begins here.
    private var lengthOfPunctuator: Int {
        let first = byte(0)
        let (second, third) = (byte(1), byte(2))
        let equals = UInt8(ascii: "=")
        switch first {
        case UInt8(ascii: "."): return second == first && third == first ? 3 : 1
        case UInt8(ascii: "="):
            if second == UInt8(ascii: ">") { return 2 }
            return second != equals ? 1 : third == equals ? 3 : 2
        case UInt8(ascii: "!"): return second != equals ? 1 : third == equals ? 3 : 2
        case UInt8(ascii: "?"):
            if second == UInt8(ascii: "."), !ASCII.isDigit(third) { return 2 }
            return second != first ? 1 : third == equals ? 3 : 2
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return second == first || second == equals ? 2 : 1
        case UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "<"):
            if second == equals { return 2 }
            return second != first ? 1 : third == equals ? 3 : 2
        case UInt8(ascii: ">"):
            return second == equals ? 2 : 1
        case UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "/"): return second == equals ? 2 : 1
        default: return 1
        }
    }

    private mutating func skipTrivia() {
        while position < end {
            let byte = text[position]
            switch byte {
            case 0x0A, 0x0D:
                isBehindLineEnd = true
                position += 1
            case 0x20, 0x09, 0x0B, 0x0C: position += 1
            case UInt8(ascii: "/") where self.byte(1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where self.byte(1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "<") where begins("<!--"): skipLine()
            case UInt8(ascii: "-") where isBehindLineEnd && begins("-->"): skipLine()
            case 0x80...:
                let width = widthOfSpace(position)
                guard width > 0 else { return }
                if byte == 0xE2 { isBehindLineEnd = true }
                position += width
            default: return
            }
        }
    }

    private func begins(_ word: StaticString) -> Bool {
        position + word.utf8CodeUnitCount <= end
            && (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
    }

    /// The bytes of a no-break space, byte order mark or line separator at an offset; 0 for anything else.
    private func widthOfSpace(_ offset: Int) -> Int {
        switch text[offset] {
        case 0xC2: return offset + 1 < end && text[offset + 1] == 0xA0 ? 2 : 0
        case 0xE2: return offset + 2 < end && text[offset + 1] == 0x80 && text[offset + 2] | 1 == 0xA9 ? 3 : 0
        case 0xEF: return offset + 2 < end && text[offset + 1] == 0xBB && text[offset + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    private mutating func skipLine() {
        position = text.withUnsafeBytes { min(end, ASCII.lineEnd(in: $0, from: position)) }
    }

    /// A comment that never ends goes to the end of the script.
    private mutating func skipComment() {
        position += 2
        while position < end {
            let byte = text[position]
            if byte == UInt8(ascii: "*"), self.byte(1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            if byte == 0x0A || byte == 0x0D { isBehindLineEnd = true }
            position += 1
        }
    }
}
