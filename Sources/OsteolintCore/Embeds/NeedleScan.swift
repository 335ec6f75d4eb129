/// One pass over a page's bytes for words, such as the names of hosts, and for the tags of frames.
struct NeedleScan {
    /// Whether a word was found, in whatever case; then the scan stopped there.
    private(set) var foundNeedle = false
    /// The offsets of `<` before the names of frames' and `base` tags, in bytes.
    private(set) var tags: [Int] = []

    private typealias Block = SIMD16<UInt8>
    private static let blockSize = 16
    /// How far behind its first byte a position is looked at.
    private static let lookahead = 6

    /// Scans a page.
    ///
    /// - Parameters:
    ///   - bytes: the page as stored.
    ///   - needles: words in lower case; those that begin with `osteoc` or `osteol` cost nothing, others a pass of
    ///     their own.
    init(_ bytes: UnsafeRawBufferPointer, needles: [[UInt8]]) {
        let letters = Letters()
        var offset = 0
        let lastBlock = bytes.count - Self.blockSize - Self.lookahead
        while offset <= lastBlock {
            if Self.mayBegin(bytes, offset, letters) {
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
        foundNeedle = needles.contains { !Self.beginsAsKnown($0) && Self.contains(bytes, $0) }
    }

    /// Whether a word begins as the pass for the tags sees it.
    private static func beginsAsKnown(_ needle: [UInt8]) -> Bool {
        needle.starts(with: "osteoc".utf8) || needle.starts(with: "osteol".utf8)
    }

    /// The letters that are looked for, each sixteen times: arithmetic with single bytes is not done in vectors.
    private struct Letters {
        let lowercase = Block(repeating: 0x20)
        let lessThan = Block(repeating: UInt8(ascii: "<"))
        let a = Block(repeating: UInt8(ascii: "a"))
        let b = Block(repeating: UInt8(ascii: "b"))
        let c = Block(repeating: UInt8(ascii: "c"))
        let e = Block(repeating: UInt8(ascii: "e"))
        let f = Block(repeating: UInt8(ascii: "f"))
        let i = Block(repeating: UInt8(ascii: "i"))
        let l = Block(repeating: UInt8(ascii: "l"))
        let m = Block(repeating: UInt8(ascii: "m"))
        let o = Block(repeating: UInt8(ascii: "o"))
        let r = Block(repeating: UInt8(ascii: "r"))
        let t = Block(repeating: UInt8(ascii: "t"))
    }

    /// Whether one of the sixteen positions from an offset on may begin a word or a tag.
    ///
    /// A word: `o`, and `t`, `e` and `c` or `l` two, three and five bytes on. A tag: `<` before two letters of its name.
    @inline(__always)
    private static func mayBegin(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ letters: Letters) -> Bool {
        let first = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
        let second = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self) | letters.lowercase
        let third = bytes.loadUnaligned(fromByteOffset: offset + 2, as: Block.self) | letters.lowercase
        let fourth = bytes.loadUnaligned(fromByteOffset: offset + 3, as: Block.self) | letters.lowercase
        let sixth = bytes.loadUnaligned(fromByteOffset: offset + 5, as: Block.self) | letters.lowercase
        let start = (first | letters.lowercase) .== letters.o
        let sixthOfWord = (sixth .== letters.c) .| (sixth .== letters.l)
        let word = start .& (third .== letters.t) .& (fourth .== letters.e) .& sixthOfWord
        let iframe = (second .== letters.i) .& (third .== letters.f)
        let frame = (second .== letters.f) .& (third .== letters.r)
        let object = (second .== letters.o) .& (third .== letters.b)
        let base = (second .== letters.b) .& (third .== letters.a)
        let embedOrAMP = ((second .== letters.e) .| (second .== letters.a)) .& (third .== letters.m)
        let tag = (first .== letters.lessThan) .& (iframe .| frame .| object .| base .| embedOrAMP)
        let words = unsafeBitCast(word .| tag, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0
    }

    @inline(never)
    private mutating func look(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ needles: [[UInt8]]) {
        let byte = bytes[offset]
        if byte == UInt8(ascii: "<") {
            if Self.tagNames.contains(where: { Self.hasPrefix(bytes, offset + 1, $0) }) { tags.append(offset) }
        } else if byte | 0x20 == UInt8(ascii: "o"), needles.contains(where: { Self.hasPrefix(bytes, offset, $0) }) {
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
