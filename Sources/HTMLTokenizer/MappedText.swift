/// Text that was decoded from a stretch of a source, with the way back.
///
/// Text and source advance together within a run; a character reference or an escape begins a new one.
public struct MappedText: Sendable {
    /// A run of bytes that stand in the source as they are.
    public struct Run: Sendable {
        /// Where the run begins in the text, in bytes.
        public let offset: Int
        /// Where it begins in the source, in bytes.
        public let source: Int

        /// Makes a run from its offsets in text and source, both in bytes.
        public init(offset: Int, source: Int) {
            self.offset = offset
            self.source = source
        }
    }

    /// The text, UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// The runs in order.
    public private(set) var runs: [Run] = []
    /// The end of the stretch in the source, in bytes.
    public let sourceEnd: Int

    /// Makes an empty text of a stretch that ends at an offset of its source, in bytes.
    public init(sourceEnd: Int) {
        self.sourceEnd = sourceEnd
    }

    /// Makes a text of bytes and their runs, the first of which is at offset 0.
    public init(_ bytes: [UInt8], runs: [Run], sourceEnd: Int) {
        self.bytes = bytes
        self.runs = runs
        self.sourceEnd = sourceEnd
    }

    /// Makes a text that is its own source.
    public init(verbatim bytes: [UInt8]) {
        self.bytes = bytes
        runs = [Run(offset: 0, source: 0)]
        sourceEnd = bytes.count
    }

    /// Appends bytes that stand for what begins at an offset of the source.
    public mutating func append(_ bytes: some Collection<UInt8>, at source: Int, beginsRun: Bool) {
        if beginsRun || runs.isEmpty { runs.append(Run(offset: self.bytes.count, source: source)) }
        self.bytes.append(contentsOf: bytes)
    }

    /// The offset in the source of an offset in the text, both in bytes.
    public func source(of offset: Int) -> Int {
        guard offset < bytes.count, let run = run(at: offset) else { return sourceEnd }
        return run.source + (offset - run.offset)
    }

    /// The last run that begins at or before an offset.
    private func run(at offset: Int) -> Run? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? runs[low - 1] : nil
    }

    /// The text of a stretch of HTML: character references decoded, line ends as LF.
    ///
    /// - Parameters:
    ///   - text: decoded text, UTF-8.
    ///   - source: the stretch in bytes.
    ///   - isAttribute: whether it is an attribute's value, where fewer ampersands begin a reference.
    public init(decoding text: [UInt8], _ source: Range<Int>, isAttribute: Bool) {
        self.init(sourceEnd: source.upperBound)
        text.withUnsafeBufferPointer { bytes in
            let input = UnsafeBufferPointer(rebasing: bytes[..<source.upperBound])
            var offset = source.lowerBound
            var beginsRun = true
            while offset < source.upperBound {
                if let end = Self.endOfPlainText(in: input, from: offset) {
                    append(input[offset..<end], at: offset, beginsRun: beginsRun)
                    beginsRun = false
                    offset = end
                    continue
                }
                let piece = Self.piece(of: input, at: offset, isAttribute: isAttribute)
                append(piece.bytes, at: offset, beginsRun: beginsRun || piece.isDecoded)
                beginsRun = piece.isDecoded
                offset += piece.length
            }
        }
    }

    /// Where bytes that stand for themselves end; nil where none begin.
    private static func endOfPlainText(in input: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
        let end = input[offset...].firstIndex { $0 == UInt8(ascii: "&") || $0 == 0x0D || $0 == 0 } ?? input.count
        return end > offset ? end : nil
    }

    private struct Piece {
        let bytes: [UInt8]
        let length: Int
        let isDecoded: Bool
    }

    private static func piece(of input: UnsafeBufferPointer<UInt8>, at offset: Int, isAttribute: Bool) -> Piece {
        let byte = input[offset]
        switch byte {
        case UInt8(ascii: "&"):
            guard let reference = CharacterReference.read(input[offset...], inAttribute: isAttribute) else { break }
            var bytes: [UInt8] = []
            for scalar in reference.scalars { bytes.append(scalar: scalar) }
            return Piece(bytes: bytes, length: reference.length, isDecoded: true)
        case 0x0D:
            let isPair = offset + 1 < input.count && input[offset + 1] == 0x0A
            return Piece(bytes: [0x0A], length: isPair ? 2 : 1, isDecoded: true)
        case 0: return Piece(bytes: .replacementCharacter, length: 1, isDecoded: true)
        default: break
        }
        return Piece(bytes: [byte], length: 1, isDecoded: false)
    }
}
