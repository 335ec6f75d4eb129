import Mustache

/// Escapes what templates are given, for HTML text and for attribute values in double quotes.
///
/// The template engine's own escaping goes by characters, so that a quote with a combining mark behind it is left as it
/// is; a browser goes by scalars. Hence each template names this escaping in its first line.
struct MarkupEscaping: MustacheContentType {
    /// The name by which templates ask for it.
    static let name = "MARKUP"

    /// The text with each `&`, `<`, `>`, `"` and `'` as a character reference.
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.reference(for: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let reference = Self.reference(for: byte) {
                reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
