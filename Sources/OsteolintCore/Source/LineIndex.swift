/// Finds the line and column of an offset in decoded UTF-8 text.
///
/// Lines end at LF, CRLF or CR; a column is a Unicode scalar. Offsets are in bytes of the decoded text.
public struct LineIndex: Sendable {
    private static let blockSize = 1024

    private let text: [UInt8]
    /// The offset of each line's first byte; never empty.
    private let starts: [Int]
    /// The number of scalars before each block of the text, so that a very long line costs no more than a block.
    private let scalarsBefore: [Int]

    /// Reads the line ends of a text once.
    ///
    /// - Parameter text: decoded text, valid UTF-8.
    public init(_ text: [UInt8]) {
        self.text = text
        var starts = [0]
        var scalarsBefore: [Int] = []
        text.withUnsafeBytes { bytes in
            var scalars = 0
            for block in stride(from: 0, to: bytes.count, by: Self.blockSize) {
                scalarsBefore.append(scalars)
                let end = min(block + Self.blockSize, bytes.count)
                scalars += ASCII.countScalars(in: bytes, block..<end)
            }
            var offset = ASCII.lineEnd(in: bytes, from: 0)
            while offset < bytes.count {
                let isFirstOfPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                if !isFirstOfPair { starts.append(offset + 1) }
                offset = ASCII.lineEnd(in: bytes, from: offset + 1)
            }
        }
        self.starts = starts
        self.scalarsBefore = scalarsBefore
    }

    /// The number of lines; a text that ends with a line end has an empty last line.
    public var lineCount: Int { starts.count }

    /// The place of a byte offset; an offset behind the end counts as the end.
    public func location(at offset: Int) -> SourceLocation {
        let offset = min(max(offset, 0), text.count)
        let line = lineNumber(of: offset)
        return SourceLocation(line: line + 1, column: scalars(in: starts[line]..<offset) + 1)
    }

    /// The places of a range of byte offsets.
    public func range(_ offsets: Range<Int>) -> SourceRange {
        SourceRange(start: location(at: offsets.lowerBound), end: location(at: offsets.upperBound))
    }

    /// The byte offset of a place; the end of the text for a line that is not there.
    func offset(at location: SourceLocation) -> Int {
        guard location.line >= 1, location.line <= starts.count else { return text.count }
        return offset(ofScalar: location.column - 1, from: starts[location.line - 1])
    }

    /// The byte offsets of a range of places.
    func offsets(_ range: SourceRange) -> Range<Int> {
        let start = offset(at: range.start)
        return start..<max(start, offset(at: range.end))
    }

    /// The byte offsets of a line without its line end.
    ///
    /// - Parameter line: the line, counted from one.
    /// - Returns: its offsets; an empty range for a line that is not there.
    public func offsets(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return text.count..<text.count }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : text.count
        while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The source line around a column.
    ///
    /// - Parameters:
    ///   - location: a place in the line.
    ///   - maximum: how many scalars to show at the most.
    /// - Returns: the line; of a longer one, the part around the place.
    public func snippet(at location: SourceLocation, maximum: Int = 400) -> Snippet {
        let offsets = offsets(ofLine: location.line)
        let count = scalars(in: offsets)
        let first = count <= maximum ? 1 : max(1, min(location.column - maximum / 4, count - maximum + 1))
        let start = offset(ofScalar: first - 1, from: offsets.lowerBound)
        let end = offset(ofScalar: min(maximum, count - first + 1), from: start)
        return Snippet(text: String(decoding: text[start..<max(start, end)], as: UTF8.self), firstColumn: first)
    }

    /// The offset that lies so many scalars behind another.
    private func offset(ofScalar count: Int, from start: Int) -> Int {
        let target = scalars(before: start) + count
        var block = start / Self.blockSize
        while block + 1 < scalarsBefore.count, scalarsBefore[block + 1] <= target { block += 1 }
        var offset = max(start, block * Self.blockSize)
        var scalars = scalars(before: offset)
        while offset < text.count {
            if text[offset] & 0xC0 != 0x80 {
                if scalars == target { break }
                scalars += 1
            }
            offset += 1
        }
        return offset
    }

    private func scalars(in offsets: Range<Int>) -> Int {
        // Most stretches are shorter than what is counted to look both ends up.
        guard offsets.count > Self.blockSize else { return countScalars(in: offsets) }
        return scalars(before: offsets.upperBound) - scalars(before: offsets.lowerBound)
    }

    private func scalars(before offset: Int) -> Int {
        guard !text.isEmpty else { return 0 }
        let block = min(offset / Self.blockSize, scalarsBefore.count - 1)
        return scalarsBefore[block] + countScalars(in: (block * Self.blockSize)..<offset)
    }

    private func countScalars(in offsets: Range<Int>) -> Int {
        text.withUnsafeBytes { ASCII.countScalars(in: $0, offsets) }
    }

    private func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
