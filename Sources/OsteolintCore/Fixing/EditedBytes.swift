/// The bytes of a file after edits, in pieces: what was kept of the file, and what was written.
public struct EditedBytes: Sendable {
    /// A stretch of the file that is not there any more, and what stands in its place.
    public struct Replacement: Sendable, Hashable {
        /// The stretch, in bytes of the file.
        public let range: Range<Int>
        /// What stands there.
        public let bytes: [UInt8]
    }

    private enum Piece {
        case kept(Range<Int>)
        case written([UInt8])

        var count: Int {
            switch self {
            case .kept(let range): range.count
            case .written(let bytes): bytes.count
            }
        }

        func part(_ range: Range<Int>) -> Piece {
            switch self {
            case .kept(let all): .kept((all.lowerBound + range.lowerBound)..<(all.lowerBound + range.upperBound))
            case .written(let bytes): .written(Array(bytes[range]))
            }
        }
    }

    /// The file as it was.
    public let original: [UInt8]
    private var pieces: [Piece]

    /// Makes the bytes of a file without any edit.
    public init(_ original: [UInt8]) {
        self.original = original
        pieces = [.kept(original.indices)]
    }

    /// The bytes after all edits.
    public var bytes: [UInt8] {
        ByteEdit.applied(replacements.map { ByteEdit(range: $0.range, replacement: $0.bytes) }, to: original)
    }

    /// What differs from the file, in order; between two of these at least one byte was kept.
    public var replacements: [Replacement] {
        var found: [Replacement] = []
        var (end, written): (Int, [UInt8]) = (0, [])
        for piece in pieces + [.kept(original.count..<original.count)] {
            switch piece {
            case .written(let bytes): written += bytes
            case .kept(let range):
                // Nothing kept, unless it is the end.
                guard !range.isEmpty || range.lowerBound == original.count else { continue }
                if range.lowerBound > end || !written.isEmpty {
                    found.append(Replacement(range: end..<range.lowerBound, bytes: written))
                }
                (end, written) = (range.upperBound, [])
            }
        }
        return found
    }

    /// Adds edits.
    ///
    /// - Parameter edits: sorted, without overlaps, in offsets of what the bytes are before these edits.
    mutating func apply(_ edits: [ByteEdit]) {
        var result: [Piece] = []
        var (index, offset, position) = (0, 0, 0)
        // Walks on to a place, and hands over what lies before it.
        func walk(to end: Int, _ visit: (Piece) -> Void) {
            while position < end, index < pieces.count {
                let count = min(pieces[index].count - offset, end - position)
                visit(pieces[index].part(offset..<(offset + count)))
                position += count
                offset += count
                if offset == pieces[index].count { (index, offset) = (index + 1, 0) }
            }
        }
        for edit in edits {
            walk(to: edit.range.lowerBound) { result.append($0) }
            walk(to: edit.range.upperBound) { _ in }
            if !edit.replacement.isEmpty { result.append(.written(edit.replacement)) }
        }
        walk(to: .max) { result.append($0) }
        pieces = result
    }
}
