/// The tokenizer of the HTML Standard, section 13.2.5, over decoded UTF-8 text.
///
/// Tree construction sets `state` and `allowsCDATA` between tokens, as the standard has it. Offsets are in bytes of the
/// text. The states of the standard that differ only in what they append are one function here.
struct HTMLTokenizer {
    /// The states that tree construction switches to.
    enum State {
        case data, rcdata, rawtext, scriptData, plaintext, cdata
    }

    let input: UnsafeBufferPointer<UInt8>
    var position = 0
    private(set) var state = State.data
    /// Whether the adjusted current node is not in the HTML namespace.
    var allowsCDATA = false
    /// The last tag that was read.
    var tag = TagToken()
    /// The bytes of the last tag's name and attributes.
    var scratch: [UInt8] = []
    /// The name that ends the raw text: that of the last start tag.
    private(set) var rawTextName: [UInt8] = []
    /// Where the raw text ends: at its end tag's `<`, or at the end of the text.
    private var rawTextEnd = 0

    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
    }

    /// Switches the state, as tree construction does after a start tag.
    mutating func enter(_ state: State) {
        self.state = state
        rawTextName = Array(scratch[tag.nameBytes])
        switch state {
        case .rcdata, .rawtext: rawTextEnd = findRawTextEnd()
        case .scriptData: rawTextEnd = findScriptEnd()
        case .data, .plaintext, .cdata: rawTextEnd = input.count
        }
    }

    /// Reads the next token.
    mutating func next() -> HTMLToken {
        switch state {
        case .data: nextInData()
        case .cdata: nextInCDATA()
        case .rcdata, .rawtext, .scriptData, .plaintext: nextInRawText()
        }
    }

    /// The byte at an offset from the position, or nil behind the end.
    @inline(__always)
    func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < input.count ? input[position + offset] : nil
    }

    private mutating func nextInData() -> HTMLToken {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "<"):
                if let token = readMarkup() { return token }
            case UInt8(ascii: "&"):
                return readReference()
            case 0:
                position += 1
                return .null(at: position - 1)
            default:
                let start = position
                while let byte = peek(), byte != 0x3C, byte != 0x26, byte != 0 { position += 1 }
                return .characters(CharacterRun(source: start..<position))
            }
        }
        return .endOfFile
    }

    /// The character reference at the position, or the ampersand as it stands.
    private mutating func readReference() -> HTMLToken {
        let start = position
        guard let reference = CharacterReference.read(input[start...], inAttribute: false) else {
            position += 1
            return .characters(CharacterRun(source: start..<position))
        }
        position += reference.length
        var decoded: [UInt8] = []
        for scalar in reference.scalars { decoded.append(scalar: scalar) }
        return .characters(CharacterRun(source: start..<position, decoded: decoded))
    }

    private mutating func nextInRawText() -> HTMLToken {
        guard position < rawTextEnd else {
            state = .data
            return position < input.count ? (readEndTag() ?? next()) : .endOfFile
        }
        let start = position
        switch input[position] {
        case 0:
            position += 1
            return .characters(CharacterRun(source: start..<position, decoded: .replacementCharacter))
        case UInt8(ascii: "&") where state == .rcdata:
            return readReference()
        default:
            let stopsAtReferences = state == .rcdata
            while position < rawTextEnd, input[position] != 0, !(stopsAtReferences && input[position] == 0x26) {
                position += 1
            }
            return .characters(CharacterRun(source: start..<position))
        }
    }

    private mutating func nextInCDATA() -> HTMLToken {
        guard let byte = peek() else {
            state = .data
            return .endOfFile
        }
        if startsWith("]]>") {
            position += 3
            state = .data
            return nextInData()
        }
        let start = position
        position += 1
        if byte == 0 { return .null(at: start) }
        while let byte = peek(), byte != 0, !(byte == 0x5D && startsWith("]]>")) { position += 1 }
        return .characters(CharacterRun(source: start..<position, isCDATA: true))
    }

    /// Whether the text goes on with these bytes.
    func startsWith(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard input.count - position >= count else { return false }
        return (0..<count).allSatisfy { input[position + $0] == text.utf8Start[$0] }
    }

    /// The tag open state: a tag, a comment or a document type; nil when the token was dropped.
    private mutating func readMarkup() -> HTMLToken? {
        guard let next = peek(1) else { return literal(1) }
        switch next {
        case UInt8(ascii: "!"): return readDeclaration()
        case UInt8(ascii: "/"): return readEndTagOpen()
        case UInt8(ascii: "?"): return readBogusComment(form: .bogus, dataFrom: position + 1)
        case _ where next.isASCIIAlpha: return readTag(isEnd: false)
        default: return literal(1)
        }
    }

    /// The end tag open state.
    private mutating func readEndTagOpen() -> HTMLToken? {
        guard let next = peek(2) else { return literal(2) }
        if next.isASCIIAlpha { return readTag(isEnd: true) }
        if next == UInt8(ascii: ">") {
            position += 3
            return nil
        }
        return readBogusComment(form: .bogus, dataFrom: position + 2)
    }

    /// The end tag that ends raw text, which was seen before.
    private mutating func readEndTag() -> HTMLToken? {
        readTag(isEnd: true)
    }

    private mutating func literal(_ count: Int) -> HTMLToken {
        position += count
        return .characters(CharacterRun(source: position - count..<position))
    }
}
