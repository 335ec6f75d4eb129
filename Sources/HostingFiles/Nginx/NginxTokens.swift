import OsteolintCore

/// The tokens of an nginx configuration: words, quoted or not, and the signs around them.
struct NginxTokens {
    enum Token {
        case word(ValueText)
        case semicolon
        case open
        case close
    }

    private let text: HostingText
    private var position = 0

    init(_ text: HostingText) {
        self.text = text
    }

    /// Where the next token begins, in bytes, once white space and comments are passed.
    mutating func start() -> Int {
        while position < text.bytes.count {
            if text.bytes[position] == UInt8(ascii: "#") {
                position = text.bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.bytes.count
            } else if ValueText.isSpace(text.bytes[position]) {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// The next token; nil at the end.
    mutating func next() throws(HostingFault) -> Token? {
        let start = start()
        guard start < text.bytes.count else { return nil }
        switch text.bytes[start] {
        case UInt8(ascii: ";"):
            position += 1
            return .semicolon
        case UInt8(ascii: "{"):
            position += 1
            return .open
        case UInt8(ascii: "}"):
            position += 1
            return .close
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .word(try quotedWord())
        default: return .word(word())
        }
    }

    private mutating func quotedWord() throws(HostingFault) -> ValueText {
        let start = position
        let quote = text.bytes[start]
        var word = ValueText()
        position += 1
        while position < text.bytes.count {
            guard text.bytes[position] != quote else {
                position += 1
                return word
            }
            takeByte(into: &word)
        }
        throw text.fault(at: start, "a quote that begins here is not closed; close it")
    }

    private mutating func word() -> ValueText {
        var word = ValueText()
        while position < text.bytes.count {
            let byte = text.bytes[position]
            // The brace of `${name}` is part of the word.
            let opensBlock = byte == UInt8(ascii: "{") && word.bytes.last != UInt8(ascii: "$")
            guard !ValueText.isSpace(byte), byte != UInt8(ascii: ";"), !opensBlock else { break }
            takeByte(into: &word)
        }
        return word
    }

    /// Takes a byte, or what stands behind a backslash.
    private mutating func takeByte(into word: inout ValueText) {
        let start = position
        let byte = text.bytes[start]
        let next = start + 1 < text.bytes.count ? text.bytes[start + 1] : nil
        guard byte == UInt8(ascii: "\\"), let next, let escaped = Self.escaped(next) else {
            position += 1
            word.append(byte, start..<position)
            // Whatever is behind a backslash neither ends the word nor begins another escape.
            guard byte == UInt8(ascii: "\\"), let next else { return }
            position += 1
            return word.append(next, (start + 1)..<position)
        }
        position += 2
        word.append(escaped, start..<position)
    }

    /// What a sign behind a backslash stands for; nil where the backslash stays.
    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): byte
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "n"): 0x0A
        default: nil
        }
    }
}
