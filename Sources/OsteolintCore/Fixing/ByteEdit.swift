/// A stretch of bytes and what is to stand in its place.
struct ByteEdit {
    /// Offsets in bytes.
    let range: Range<Int>
    let replacement: [UInt8]

    /// The bytes with edits, which are sorted and do not overlap.
    static func applied(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
        var position = 0
        for edit in edits {
            result += bytes[position..<edit.range.lowerBound]
            result += edit.replacement
            position = edit.range.upperBound
        }
        return result + bytes[position...]
    }

    /// Whether an edit ends before another begins; two that insert at one place have no order.
    func isBefore(_ other: ByteEdit) -> Bool {
        range.upperBound < other.range.lowerBound
            || range.upperBound == other.range.lowerBound && !(range.isEmpty && other.range.isEmpty)
    }
}
