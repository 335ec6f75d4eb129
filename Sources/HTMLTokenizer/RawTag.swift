/// A start tag in text that is no markup to a browser, such as a comment or a script.
public struct RawTag: Sendable {
    /// An attribute of the tag.
    public struct Attribute: Sendable {
        /// The name in lower case.
        public let name: String
        /// The whole attribute in the text, in bytes.
        public let source: Range<Int>
        /// Its value in the text without quotes, in bytes.
        public let valueSource: Range<Int>
        /// Whether one of the same name stands before it.
        public let isDuplicate: Bool
    }

    /// The name in lower case.
    public let name: String
    /// The whole tag in the text, in bytes.
    public let source: Range<Int>
    /// Its attributes in order.
    public let attributes: [Attribute]

    /// How long a tag may be, in bytes: where nothing is markup, each `<` may begin one that never ends.
    private static let maximumLength = 8192

    /// Reads the start tags of these names, as if the stretch were markup; longer ones than 8 KiB are none.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - range: the stretch in bytes.
    ///   - names: names in lower case.
    /// - Returns: the tags in order.
    public static func find(in text: [UInt8], _ range: Range<Int>, named names: Set<String>) -> [RawTag] {
        text.withUnsafeBufferPointer { bytes in
            var tags: [RawTag] = []
            var offset = range.lowerBound
            while let start = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) {
                offset = start + 1
                guard offset < range.upperBound, bytes[offset].isASCIIAlpha else { continue }
                let end = min(range.upperBound, start + maximumLength)
                var tokenizer = HTMLTokenizer(UnsafeBufferPointer(rebasing: bytes[..<end]))
                tokenizer.position = start
                guard tokenizer.isTag(of: names) else { continue }
                guard tokenizer.readTag(isEnd: false) != nil else {
                    // No tag ends before the next `>`.
                    guard let close = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: ">")) else { break }
                    offset = max(offset, close - maximumLength)
                    continue
                }
                tags.append(RawTag(tokenizer))
                offset = tokenizer.position
            }
            return tags
        }
    }

    /// The names and values of a tag in bytes that were not decoded.
    public struct Reading: Sendable {
        /// The attributes in order, character references decoded.
        public let attributes: [(name: String, value: String)]
        /// How long the tag is, in bytes.
        public let length: Int
    }

    /// Reads the start tag at an offset.
    ///
    /// - Parameters:
    ///   - bytes: in an encoding that has ASCII as it is.
    ///   - offset: that of its `<`, in bytes.
    /// - Returns: the tag, or nil when the bytes end within it.
    public static func first(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Reading? {
        var tokenizer = HTMLTokenizer(bytes.bindMemory(to: UInt8.self))
        tokenizer.position = offset
        guard tokenizer.readTag(isEnd: false) != nil else { return nil }
        return Reading(
            attributes: tokenizer.tag.attributes.map { attribute in
                (
                    String(decoding: tokenizer.scratch[attribute.name], as: UTF8.self),
                    String(decoding: tokenizer.scratch[attribute.value], as: UTF8.self)
                )
            }, length: tokenizer.tag.source.count)
    }

    private init(_ tokenizer: HTMLTokenizer) {
        func text(_ range: Range<Int>) -> String { String(decoding: tokenizer.scratch[range], as: UTF8.self) }
        name = text(tokenizer.tag.nameBytes)
        source = tokenizer.tag.source
        attributes = tokenizer.tag.attributes.map {
            Attribute(
                name: text($0.name), source: $0.source, valueSource: $0.valueSource, isDuplicate: $0.isDuplicate)
        }
    }
}

extension HTMLTokenizer {
    /// Whether the name behind the `<` at the position is one of these.
    fileprivate func isTag(of names: Set<String>) -> Bool {
        let name = input[(position + 1)...].prefix(24).prefix { !$0.endsTagName }
        return names.contains(String(decoding: name, as: UTF8.self).lowercased())
    }
}
