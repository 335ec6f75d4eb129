/// What the attributes of a `meta` element say about the encoding.
///
/// HTML Standard, sections 13.2.3.2 and 2.5.5, as Chromium reads it: where an attribute is repeated the last one counts,
/// and `charset` is stronger than `content`, wherever it stands.
struct MetaDeclaration {
    /// The encoding, when the element declares one that browsers know.
    let encoding: TextEncoding?

    init(_ attributes: [PrescanTokenizer.Attribute]) {
        var isPragma = false
        var charset: [UInt8]?
        var content: [UInt8]?
        for attribute in attributes {
            if attribute.name.elementsEqual("http-equiv".utf8) {
                isPragma = isPragma || ASCII.equalIgnoringCase(attribute.value, "content-type")
            } else if attribute.name.elementsEqual("charset".utf8) {
                charset = attribute.value
            } else if attribute.name.elementsEqual("content".utf8) {
                content = Self.charset(inContent: attribute.value)
            }
        }
        let label = charset ?? (isPragma ? content : nil)
        encoding = label.flatMap(EncodingLabels.encoding)
    }

    /// "Extracting a character encoding from a meta element": the value after `charset` and `=`.
    static func charset(inContent value: [UInt8]) -> [UInt8]? {
        var index = 0
        while let start = position(afterCharsetIn: value, from: index) {
            index = afterBlanks(in: value, from: start)
            guard index < value.count else { return nil }
            guard value[index] == UInt8(ascii: "=") else { continue }
            return label(in: value, from: afterBlanks(in: value, from: index + 1))
        }
        return nil
    }

    private static func label(in value: [UInt8], from start: Int) -> [UInt8]? {
        guard start < value.count else { return nil }
        let quote = value[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = value[(start + 1)...].firstIndex(of: quote) else { return nil }
            return Array(value[(start + 1)..<end])
        }
        return Array(value[start...].prefix { $0 > 0x20 && !terminators.contains($0) })
    }

    private static let terminators = Array("\"';".utf8)

    private static func position(afterCharsetIn value: [UInt8], from start: Int) -> Int? {
        let length = 7
        guard value.count >= start + length else { return nil }
        let match = (start...(value.count - length)).first {
            ASCII.equalIgnoringCase(value[$0..<($0 + length)], "charset")
        }
        return match.map { $0 + length }
    }

    private static func afterBlanks(in value: [UInt8], from start: Int) -> Int {
        value[start...].firstIndex { $0 > 0x20 } ?? value.count
    }
}
