/// The tokenizer of the HTML Standard, section 13.2.5, as far as a search for `meta` needs it: over bytes, without
/// positions of characters, and with text told from markup by the name of the last start tag alone.
struct PrescanTokenizer {
    /// A tag, or anything else: text, a comment, a document type.
    enum Token {
        case startTag(name: String, attributes: [Attribute])
        case endTag(name: String)
        case other
    }

    /// An attribute; the name in lower case, character references of the value resolved.
    struct Attribute {
        var name: [UInt8]
        var value: [UInt8]
    }

    private let bytes: UnsafeRawBufferPointer
    /// How many bytes the tokens so far have taken.
    private(set) var position = 0
    /// The raw text element whose text comes next.
    private var rawText: RawText?

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next token; nil at the end, also where a token is cut by it.
    mutating func next() -> Token? {
        if let rawText {
            self.rawText = nil
            guard let end = rawText.end(in: bytes, from: position) else { return nil }
            position = end
            return .other
        }
        guard position < bytes.count else { return nil }
        guard bytes[position] == lessThan, position + 1 < bytes.count else { return text() }
        switch bytes[position + 1] {
        case UInt8(ascii: "!"): return declaration()
        case UInt8(ascii: "?"): return skip(past: greaterThan)
        case UInt8(ascii: "/"): return endTag()
        case let byte where ASCII.isLetter(byte): return tag(nameStart: position + 1, isEnd: false)
        default: return text()
        }
    }

    private mutating func text() -> Token? {
        position = index(of: lessThan, from: position + 1) ?? bytes.count
        return .other
    }

    private mutating func endTag() -> Token? {
        guard position + 2 < bytes.count else { return nil }
        if ASCII.isLetter(bytes[position + 2]) { return tag(nameStart: position + 2, isEnd: true) }
        return skip(past: greaterThan)
    }

    private mutating func skip(past byte: UInt8) -> Token? {
        guard let end = index(of: byte, from: position) else { return nil }
        position = end + 1
        return .other
    }

    /// A comment; everything else that begins with `<!` ends at the next `>`, a document type as well.
    private mutating func declaration() -> Token? {
        let start = position + 4
        guard start <= bytes.count, bytes[position + 2] == hyphen, bytes[position + 3] == hyphen else {
            return skip(past: greaterThan)
        }
        guard let end = commentEnd(from: start) else { return nil }
        position = end
        return .other
    }

    /// The index after a comment: after `-->` or `--!>`, or after `>` or `->` right at its beginning.
    private func commentEnd(from start: Int) -> Int? {
        var search = start
        while let end = index(of: greaterThan, from: search) {
            search = end + 1
            if end == start || end == start + 1 && bytes[start] == hyphen { return search }
            let isBang = end > start && bytes[end - 1] == UInt8(ascii: "!")
            let last = isBang ? end - 2 : end - 1
            // `<!--->` and `<!---!>` differ: the hyphens of the opening count for `-->` only.
            guard last - 1 >= start, bytes[last] == hyphen, bytes[last - 1] == hyphen else { continue }
            return search
        }
        return nil
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: byte)
    }
}

// Tags and their attributes.
extension PrescanTokenizer {
    private mutating func tag(nameStart: Int, isEnd: Bool) -> Token? {
        let nameEnd = bytes[nameStart...].firstIndex(where: endsName) ?? bytes.count
        // No name that matters is longer.
        let name = String(decoding: bytes[nameStart..<nameEnd].prefix(16).map(ASCII.lowercase), as: UTF8.self)
        var index = nameEnd
        var attributes: [Attribute] = []
        while let attribute = attribute(at: &index) { attributes.append(attribute) }
        guard index < bytes.count else { return nil }
        position = index + 1
        if isEnd { return .endTag(name: name) }
        rawText = RawText(startTag: name)
        return .startTag(name: name, attributes: attributes)
    }

    /// Reads the next attribute of a tag; nil when the tag ends at `index`, or the bytes do.
    private func attribute(at index: inout Int) -> Attribute? {
        while index < bytes.count, ASCII.isWhitespace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
        guard index < bytes.count, bytes[index] != greaterThan else { return nil }
        let start = index
        // An equals sign at the beginning of a name belongs to it.
        index = bytes[(start + 1)...].firstIndex { endsName($0) || $0 == equals } ?? bytes.count
        let name = bytes[start..<index].map(ASCII.lowercase)
        var next = index
        while next < bytes.count, ASCII.isWhitespace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == equals else { return Attribute(name: name, value: []) }
        index = next + 1
        guard let value = value(at: &index) else { return nil }
        return Attribute(name: name, value: AttributeText.resolvingReferences(in: value))
    }

    /// Reads a value after `=`; nil when the bytes end in it.
    private func value(at index: inout Int) -> Slice<UnsafeRawBufferPointer>? {
        while index < bytes.count, ASCII.isWhitespace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            let end = self.index(of: quote, from: start)
            index = end.map { $0 + 1 } ?? bytes.count
            return end.map { bytes[start..<$0] }
        }
        let start = index
        index = bytes[start...].firstIndex { ASCII.isWhitespace($0) || $0 == greaterThan } ?? bytes.count
        return bytes[start..<index]
    }

    private func endsName(_ byte: UInt8) -> Bool {
        ASCII.isWhitespace(byte) || byte == UInt8(ascii: "/") || byte == greaterThan
    }
}

private let lessThan = UInt8(ascii: "<")
private let greaterThan = UInt8(ascii: ">")
private let hyphen = UInt8(ascii: "-")
private let equals = UInt8(ascii: "=")
