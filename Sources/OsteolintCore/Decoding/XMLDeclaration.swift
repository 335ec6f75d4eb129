/// The XML declaration a page may begin with. Chromium honours its encoding in HTML, too.
enum XMLDeclaration: Equatable {
    /// There is none, or it names no encoding that browsers know.
    case none
    /// It begins and never ends, or the page has fewer than eight bytes: then Chromium looks for no `meta` either.
    case unfinished
    /// It names an encoding.
    case encoding(TextEncoding)
    /// It is written in UTF-16 without a byte order mark.
    case utf16(TextEncoding)

    private static let minimumLength = 8

    init(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.minimumLength else {
            self = .unfinished
            return
        }
        if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) {
            self = .utf16(.utf16LE)
        } else if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) {
            self = .utf16(.utf16BE)
        } else if bytes.starts(with: "<?xml".utf8) {
            guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
                self = .unfinished
                return
            }
            self = Self.encoding(in: Array(bytes[..<end])).map(XMLDeclaration.encoding) ?? .none
        } else {
            self = .none
        }
    }

    private static func encoding(in declaration: [UInt8]) -> TextEncoding? {
        let name = Array("encoding".utf8)
        guard var index = declaration.firstIndex(of: name) else { return nil }
        index = afterBlanks(in: declaration, from: index + name.count)
        guard index < declaration.count, declaration[index] == UInt8(ascii: "=") else { return nil }
        index = afterBlanks(in: declaration, from: index + 1)
        guard index < declaration.count else { return nil }
        let quote = declaration[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let value = declaration[(index + 1)...]
        guard let end = value.firstIndex(of: quote) else { return nil }
        // White space inside the quotes makes the label unknown here.
        guard value[..<end].allSatisfy({ !ASCII.isWhitespace($0) }) else { return nil }
        return EncodingLabels.encoding(for: Array(value[..<end]))
    }

    private static func afterBlanks(in bytes: [UInt8], from start: Int) -> Int {
        // As Chromium reads it, where a byte is a signed character: bytes above 127 are blanks, too.
        bytes[start...].firstIndex { $0 > 0x20 && $0 < 0x80 } ?? bytes.count
    }
}

extension [UInt8] {
    /// The index at which another byte string first occurs.
    fileprivate func firstIndex(of other: [UInt8]) -> Int? {
        guard other.count <= count else { return nil }
        return (0...(count - other.count)).first { self[$0...].starts(with: other) }
    }
}
