/// Finds where places of a page's decoded text stand in the page's bytes.
///
/// It walks over both, so places are asked for in ascending order.
struct TextPositions {
    private let bytes: [UInt8]
    private let text: [UInt8]
    private let encoding: TextEncoding
    private let decoder: TextDecoder
    /// Where the walk is: in the bytes, and in the text.
    private var position: Int
    private var offset = 0

    /// Begins at the start.
    ///
    /// - Parameters:
    ///   - bytes: the page as it is stored.
    ///   - text: the same decoded.
    ///   - encoding: how.
    ///   - decoder: decodes single characters of double-byte encodings.
    init(_ bytes: [UInt8], text: [UInt8], encoding: SniffedEncoding, decoder: TextDecoder) {
        self.bytes = bytes
        self.text = text
        self.encoding = encoding.encoding
        self.decoder = decoder
        position = encoding.byteOrderMarkLength
    }

    /// Whether places can be found at all: not where escape sequences give the bytes behind them another meaning.
    static func canFind(in encoding: TextEncoding) -> Bool { encoding != .iso2022JP && encoding != .replacement }

    /// Finds the place in the bytes of a place in the text that begins a character.
    ///
    /// - Parameter target: an offset in bytes of the text, no smaller than the one before.
    /// - Returns: an offset in the bytes; nil where it is not certain.
    mutating func position(of target: Int) -> Int? {
        guard Self.canFind(in: encoding) else { return nil }
        while offset < target, offset < text.count {
            guard step() else { return nil }
        }
        return offset == target && position <= bytes.count ? position : nil
    }

    /// A text of ASCII in the page's encoding.
    func encoded(_ text: String) -> [UInt8] {
        switch encoding {
        case .utf16LE: text.utf8.flatMap { [$0, 0] }
        case .utf16BE: text.utf8.flatMap { [0, $0] }
        default: Array(text.utf8)
        }
    }

    /// Walks over one character.
    private mutating func step() -> Bool {
        let width = Self.width(of: text[offset])
        switch encoding {
        case .utf8:
            guard position < bytes.count else { return false }
            position += bytes[position] < 0x80 || isCharacter(width) ? width : malformedLength
        case .utf16LE, .utf16BE: position += width == 4 ? 4 : 2
        case .shiftJIS, .eucJP, .eucKR, .gbk, .gb18030, .big5:
            guard position < bytes.count else { return false }
            // Where a character begins, an ASCII byte is one.
            guard text[offset] >= 0x80 || bytes[position] != text[offset] else {
                position += 1
                break
            }
            return stepOverPair()
        default: position += 1
        }
        offset += width
        return true
    }

    private func isCharacter(_ width: Int) -> Bool {
        bytes[position...].starts(with: text[offset..<(offset + width)])
    }

    private var malformedLength: Int {
        bytes.withUnsafeBytes { UTF8Decoder.malformedLength(in: $0, at: position) }
    }

    /// Walks over the shortest bytes that are what the text says; over malformed ones there is no certain way.
    private mutating func stepOverPair() -> Bool {
        var decoded: [UInt8] = []
        for length in 1...4 where position + length <= bytes.count {
            let malformed = bytes[position..<(position + length)].withUnsafeBytes {
                decoder.decode($0, as: encoding, into: &decoded)
            }
            guard malformed == 0, text[offset...].starts(with: decoded) else { continue }
            position += length
            offset += decoded.count
            return true
        }
        return false
    }

    /// How many bytes a character has in UTF-8, by its first.
    private static func width(of lead: UInt8) -> Int {
        switch lead {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}
