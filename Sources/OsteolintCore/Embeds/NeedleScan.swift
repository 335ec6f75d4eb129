/// One pass over a page's bytes for the names of hosts and the tags of frames.
struct NeedleScan {
    /// Whether a host's name was found, in whatever case; then the scan stopped there.
    private(set) var foundNeedle = false
    /// The offsets of `<` before the names of frames' and `base` tags, in bytes.
    private(set) var tags: [Int] = []

    private typealias Block = SIMD16<UInt8>
    private static let blockSize = 16
    /// How far behind its first byte a position is looked at.
    private static let lookahead = 6

    /// Scans a page.
    ///
    /// - Parameter needles: names in lower case; the first begins with `osteoc`.
    init(_ bytes: UnsafeRawBufferPointer, needles: [[UInt8]]) {
        var offset = 0
        let lastBlock = bytes.count - Self.blockSize - Self.lookahead
        while offset <= lastBlock {
            if Self.mayBegin(bytes, offset) {
                for position in offset..<(offset + Self.blockSize) { look(bytes, position, needles) }
                if foundNeedle { return }
            }
            offset += Self.blockSize
        }
        while offset < bytes.count {
            look(bytes, offset, needles)
            if foundNeedle { return }
            offset += 1
        }
        guard needles.count > 1 else { return }
        foundNeedle = needles.dropFirst().contains { Self.contains(bytes, $0) }
    }

    /// Whether one of the sixteen positions from an offset on may begin a name or a tag.
    ///
    /// A name: `o` before `e` and `c`, three and five bytes on. A tag: `<` before two letters of its name.
    @inline(__always)
    private static func mayBegin(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        let first = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
        let second = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self) | 0x20
        let third = bytes.loadUnaligned(fromByteOffset: offset + 2, as: Block.self) | 0x20
        let fourth = bytes.loadUnaligned(fromByteOffset: offset + 3, as: Block.self) | 0x20
        let sixth = bytes.loadUnaligned(fromByteOffset: offset + 5, as: Block.self) | 0x20
        let name = ((first | 0x20) .== UInt8(ascii: "o")) .& (third .== UInt8(ascii: "t"))
            .& (fourth .== UInt8(ascii: "e")) .& (sixth .== UInt8(ascii: "c"))
        // `if`rame, `fr`ame, `ob`ject, `em`bed, `am`p-iframe, `ba`se
        let pair =
            ((second .== UInt8(ascii: "i")) .& (third .== UInt8(ascii: "f")))
            .| ((second .== UInt8(ascii: "f")) .& (third .== UInt8(ascii: "r")))
            .| ((second .== UInt8(ascii: "o")) .& (third .== UInt8(ascii: "b")))
            .| ((second .== UInt8(ascii: "b")) .& (third .== UInt8(ascii: "a")))
            .| (((second .== UInt8(ascii: "e")) .| (second .== UInt8(ascii: "a"))) .& (third .== UInt8(ascii: "m")))
        let hits = name .| ((first .== UInt8(ascii: "<")) .& pair)
        let words = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }

    @inline(never)
    private mutating func look(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ needles: [[UInt8]]) {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "<") {
            if Self.tagNames.contains(where: { Self.hasPrefix(bytes, offset + 1, $0) }) { tags.append(offset) }
        } else if byte | 0x20 == UInt8(ascii: "o"), Self.hasPrefix(bytes, offset, needles[0]) {
            foundNeedle = true
        }
    }

    private static let tagNames = ["iframe", "frame", "object", "embed", "amp-iframe", "base"].map { Array($0.utf8) }

    private static func hasPrefix(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ name: [UInt8]) -> Bool {
        guard offset + name.count <= bytes.count else { return false }
        return name.indices.allSatisfy { lowercased(bytes[offset + $0]) == name[$0] }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    private static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, bytes.count >= needle.count else { return false }
        return (0...(bytes.count - needle.count)).contains {
            lowercased(bytes[$0]) == first && hasPrefix(bytes, $0, needle)
        }
    }
}
