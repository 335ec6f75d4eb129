/// The text of a URL as a browser reads it (URL Standard, section 4.4), with the place of each byte in the original.
///
/// Controls and spaces around the text are left out, tabs and line ends anywhere.
public struct URLInput: Sendable, Hashable {
    /// The UTF-8 bytes that remain.
    public let bytes: [UInt8]
    /// For each byte its offset in UTF-8 bytes of the original text.
    private let offsets: [Int]
    /// The offset behind the last byte that remains.
    private let end: Int

    /// Reads a text.
    public init(_ text: String) {
        let original = Array(text.utf8)
        let start = original.firstIndex { $0 > 0x20 } ?? original.count
        let end = (original.lastIndex { $0 > 0x20 } ?? start - 1) + 1
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for offset in start..<end where !Self.isDropped(original[offset]) {
            bytes.append(original[offset])
            offsets.append(offset)
        }
        self.bytes = bytes
        self.offsets = offsets
        self.end = end
    }

    /// Where a stretch of `bytes` stands in the original text, in UTF-8 bytes.
    public func range(_ indices: Range<Int>) -> Range<Int> {
        let start = indices.lowerBound < offsets.count ? offsets[indices.lowerBound] : end
        guard !indices.isEmpty else { return start..<start }
        return start..<(offsets[indices.upperBound - 1] + 1)
    }

    /// A stretch of `bytes` as text.
    public func text(_ indices: Range<Int>) -> String {
        String(decoding: bytes[indices], as: UTF8.self)
    }

    private static func isDropped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
