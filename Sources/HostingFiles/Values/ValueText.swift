import OsteolintCore

/// A text that was read out of a file, with the stretch of the file that each of its bytes was read from.
struct ValueText: Sendable, Hashable {
    /// The text in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// For each byte the stretch of the file, in bytes.
    private(set) var sources: [Range<Int>] = []

    /// Nothing.
    init() {}

    /// A text with its places, one for each byte.
    init(bytes: [UInt8], sources: [Range<Int>]) {
        self.bytes = bytes
        self.sources = sources
    }

    /// A stretch of a file as it stands.
    init(_ text: [UInt8], _ range: Range<Int>) {
        bytes = Array(text[range])
        sources = range.map { $0..<($0 + 1) }
    }

    /// Adds a byte that stands for a stretch of the file.
    mutating func append(_ byte: UInt8, _ source: Range<Int>) {
        bytes.append(byte)
        sources.append(source)
    }

    /// Takes the last byte away.
    mutating func removeLast() {
        bytes.removeLast()
        sources.removeLast()
    }

    /// Adds another text.
    mutating func append(_ other: ValueText) {
        bytes += other.bytes
        sources += other.sources
    }

    /// A part, in bytes of the text.
    subscript(range: Range<Int>) -> ValueText {
        ValueText(bytes: Array(bytes[range]), sources: Array(sources[range]))
    }

    /// The text as a string.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Without white space at its ends.
    var trimmed: ValueText {
        guard let first = bytes.firstIndex(where: { !Self.isSpace($0) }),
            let last = bytes.lastIndex(where: { !Self.isSpace($0) })
        else { return ValueText() }
        return self[first..<(last + 1)]
    }

    /// Whether a byte is white space, line ends among it.
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// The text with lines and columns.
    func located(in lines: LineIndex) -> LocatedText {
        var runs: [LocatedText.Run] = []
        var expected = -1
        for (offset, source) in sources.enumerated() {
            let continuesScalar = bytes[offset] & 0xC0 == 0x80
            if source.lowerBound != expected, !continuesScalar {
                runs.append(LocatedText.Run(offset: offset, location: lines.location(at: source.lowerBound)))
            }
            let isLineEnd = bytes[offset] == 0x0A || bytes[offset] == 0x0D
            // A run never crosses lines, nor goes on behind an escape.
            expected = isLineEnd || source.count != 1 ? -1 : source.upperBound
        }
        return LocatedText(string, runs: runs, end: lines.location(at: sources.last?.upperBound ?? 0))
    }
}
