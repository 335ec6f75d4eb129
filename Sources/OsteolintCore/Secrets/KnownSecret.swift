import WebURL

/// The partner's own secret, known from the environment, and the ways in which a file may hold it.
///
/// It is only compared with: however it is printed, described or reflected on, asterisks come out.
public struct KnownSecret: Sendable {
    /// How the secret is written in a file.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// As it is.
        case plain
        /// Percent-encoded, as in URLs.
        case percent
        /// With the escapes of JSON and JavaScript.
        case escaped
        /// With character references, as in HTML.
        case references
        /// In Base64 (RFC 4648), alone or as a part of something longer.
        case base64
    }

    /// The secret in one way of writing.
    struct Form: Sendable, Hashable {
        let bytes: [UInt8]
        let encoding: Encoding
    }

    /// A shorter value may stand in any file by chance.
    private static let shortest = 8

    /// The ways of writing it, no two the same.
    let forms: [Form]

    /// Takes a secret.
    ///
    /// Nil for one of less than eight bytes and for a placeholder, which is nobody's secret.
    ///
    /// - Parameter value: as in the environment; spaces around it do not count.
    public init?(_ value: String) {
        let bytes = Array(
            value.utf8.drop(while: ASCII.isWhitespace).reversed().drop(while: ASCII.isWhitespace).reversed())
        guard bytes.count >= Self.shortest, Placeholder(value) == nil else { return nil }
        var forms: [Form] = []
        for form in Self.forms(of: bytes) where !forms.contains(where: { $0.bytes == form.bytes }) {
            forms.append(form)
        }
        self.forms = forms
    }

    /// Where the secret stands in a text, as it is and encoded, in order.
    func ranges(in bytes: [UInt8]) -> [(range: Range<Int>, encoding: Encoding)] {
        bytes.withUnsafeBytes(ranges)
    }

    private func ranges(in bytes: UnsafeRawBufferPointer) -> [(range: Range<Int>, encoding: Encoding)] {
        var found: [(range: Range<Int>, encoding: Encoding)] = []
        WordScan(words).scan(bytes) { word, offset in
            let form = forms[word]
            let range = offset..<(offset + form.bytes.count)
            if offset >= found.last?.range.upperBound ?? 0, bytes[range].elementsEqual(form.bytes) {
                found.append((range, form.encoding))
            }
        }
        return found
    }

    /// The ways of writing it in lower case, in the order of `forms`.
    var words: [[UInt8]] { forms.map { $0.bytes.map(ASCII.lowercase) } }

    private static func forms(of bytes: [UInt8]) -> [Form] {
        let text = String(decoding: bytes, as: UTF8.self)
        let percent = PercentEncoding.encode(text, .component)
        let strict = bytes.flatMap { isUnreserved($0) ? [$0] : Array("%".utf8) + hexadecimal($0) }
        var forms = [Form(bytes: bytes, encoding: .plain)]
        forms += [Array(percent.utf8), strict, lowercasedEscapes(strict)].map { Form(bytes: $0, encoding: .percent) }
        forms += escapedForms(of: bytes).map { Form(bytes: $0, encoding: .escaped) }
        forms += referenceForms(of: bytes).map { Form(bytes: $0, encoding: .references) }
        forms += base64Forms(of: bytes).map { Form(bytes: $0, encoding: .base64) }
        return forms
    }
}

// MARK: - Ways of writing

extension KnownSecret {
    private static func escapedForms(of bytes: [UInt8]) -> [[UInt8]] {
        let solidus = bytes.flatMap { "/\"\\".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
        let quotes = bytes.flatMap { "\"\\".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
        let unicode = bytes.flatMap { byte in
            isUnreserved(byte) || byte >= 0x80 ? [byte] : Array("\\u00".utf8) + hexadecimal(byte)
        }
        // What frameworks escape in JSON that stands in HTML.
        let markup = bytes.flatMap { byte in
            "<>&'+=".utf8.contains(byte) ? Array("\\u00".utf8) + hexadecimal(byte) : [byte]
        }
        return [solidus, quotes, unicode, lowercasedEscapes(unicode), markup, lowercasedEscapes(markup)]
    }

    private static func referenceForms(of bytes: [UInt8]) -> [[UInt8]] {
        let names: [UInt8: String] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;"]
        let named = bytes.flatMap { byte in names[byte].map { Array($0.utf8) } ?? [byte] }
        let hexadecimal = bytes.flatMap { byte in
            if let name = names[byte] { return Array(name.utf8) }
            return isUnreserved(byte) || byte >= 0x80 ? [byte] : Array("&#x".utf8) + self.hexadecimal(byte) + [0x3B]
        }
        return [named, hexadecimal]
    }

    /// Base64 has three ways of writing the same bytes, by how many stand before them; the letters at either end that
    /// depend on neighbours are left out.
    private static func base64Forms(of bytes: [UInt8]) -> [[UInt8]] {
        (0..<3).flatMap { before -> [[UInt8]] in
            let letters = Base64.letters(of: [UInt8](repeating: 0, count: before) + bytes)
            let whole = (before + bytes.count) * 8 / 6
            let kept = Array(letters[(before * 8 + 5) / 6..<whole])
            let url = kept.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == 0x2F ? UInt8(ascii: "_") : $0 }
            return [kept, url]
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-_.~".utf8.contains(byte)
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// The same escapes with small letters, `%2f` for `%2F`.
    private static func lowercasedEscapes(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var left = 0
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "%") { left = 3 }
            if bytes[index...].starts(with: "\\u00".utf8) { left = 6 }
            if left > 0 {
                bytes[index] = ASCII.lowercase(bytes[index])
                left -= 1
            }
        }
        return bytes
    }
}

extension KnownSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Asterisks.
    public var description: String { "***" }

    /// Asterisks.
    public var debugDescription: String { description }

    /// Asterisks.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
