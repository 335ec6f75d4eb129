import Foundation

/// A document in JSON as a server sends it (RFC 8259), before anything is read from it.
struct JSONBytes {
    /// The document without a byte order mark; text in UTF-8 without NUL.
    let data: Data
    private let bytes: [UInt8]

    /// Takes a document; nil where it is no text in UTF-8.
    init?(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        // Foundation takes bytes with NUL for UTF-16.
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil else { return nil }
        self.bytes = text
        data = Data(text)
    }

    /// The first character that is no white space; nil where there is none.
    var first: UInt8? { bytes.first { !Self.isWhitespace($0) } }

    /// The names of the outermost object's members in order, repeated ones too; the document is known to be JSON.
    var memberNames: [String] {
        var names: [String] = []
        var depth = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfString(from: index)
                let next = bytes[end...].first { !Self.isWhitespace($0) }
                if depth == 1, next == UInt8(ascii: ":") { names.append(text(of: bytes[index..<end])) }
                index = end - 1
            default: break
            }
            index += 1
        }
        return names
    }

    /// The index behind the quote that ends a string.
    private func endOfString(from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private func text(of literal: ArraySlice<UInt8>) -> String {
        let decoded = try? JSONDecoder().decode(String.self, from: Data(literal))
        return decoded ?? String(decoding: literal, as: UTF8.self)
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
