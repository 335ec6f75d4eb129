/// One pass over bytes for several words at once, in whatever letter case.
struct WordScan: Sendable {
    typealias Block = SIMD16<UInt8>

    /// The first four letters of a word, each sixteen times; the bytes that they are compared with have the bit of
    /// lower case set as well.
    struct Beginning: Sendable {
        private let letters: (Block, Block, Block, Block)

        init(_ word: [UInt8]) {
            let blocks = word.prefix(4).map { Block(repeating: $0 | 0x20) }
            letters = (blocks[0], blocks[1], blocks[2], blocks[3])
        }

        /// Which of sixteen positions may begin the word, by the blocks that begin there and up to three bytes on.
        @inline(__always)
        func matches(_ first: Block, _ second: Block, _ third: Block, _ fourth: Block) -> SIMDMask<SIMD16<Int8>> {
            (first .== letters.0) .& (second .== letters.1) .& (third .== letters.2) .& (fourth .== letters.3)
        }
    }

    static let blockSize = 16
    /// How many letters of a word are compared at first; no word is shorter.
    static let beginningLength = 4

    /// The words in lower case.
    let words: [[UInt8]]
    /// How they begin, in the same order.
    let beginnings: [Beginning]

    /// Makes a scan.
    ///
    /// - Parameter words: in lower case, of four bytes or more; shorter ones are left out.
    init(_ words: [[UInt8]]) {
        self.words = words.filter { $0.count >= Self.beginningLength }
        beginnings = self.words.map(Beginning.init)
    }

    /// Calls for each word found, in the order of where they begin, with its index and its offset.
    func scan(_ bytes: UnsafeRawBufferPointer, _ found: (_ word: Int, _ offset: Int) -> Void) {
        guard !words.isEmpty else { return }
        var offset = 0
        let last = bytes.count - Self.blockSize - Self.beginningLength
        beginnings.withUnsafeBufferPointer { beginnings in
            while offset <= last {
                if Self.mayBegin(beginnings, bytes, offset) {
                    for position in offset..<(offset + Self.blockSize) { look(bytes, position, found) }
                }
                offset += Self.blockSize
            }
        }
        while offset < bytes.count {
            look(bytes, offset, found)
            offset += 1
        }
    }

    /// Whether one of the words stands in some bytes.
    func isFound(in bytes: UnsafeRawBufferPointer) -> Bool {
        var isFound = false
        scan(bytes) { _, _ in isFound = true }
        return isFound
    }

    @inline(__always)
    private static func mayBegin(
        _ beginnings: UnsafeBufferPointer<Beginning>, _ bytes: UnsafeRawBufferPointer, _ offset: Int
    ) -> Bool {
        let lowercase = Block(repeating: 0x20)
        let first = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self) | lowercase
        let second = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self) | lowercase
        let third = bytes.loadUnaligned(fromByteOffset: offset + 2, as: Block.self) | lowercase
        let fourth = bytes.loadUnaligned(fromByteOffset: offset + 3, as: Block.self) | lowercase
        return any(of: beginnings, first, second, third, fourth)
    }

    /// Whether any of sixteen positions may begin any of the words; the blocks are in lower case.
    @inline(__always)
    static func any(
        of beginnings: UnsafeBufferPointer<Beginning>, _ first: Block, _ second: Block, _ third: Block, _ fourth: Block
    ) -> Bool {
        var mask = SIMDMask<SIMD16<Int8>>(repeating: false)
        for beginning in beginnings { mask = mask .| beginning.matches(first, second, third, fourth) }
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }

    @inline(never)
    private func look(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ found: (Int, Int) -> Void) {
        for (index, word) in words.enumerated() where Self.stands(word, in: bytes, at: offset) { found(index, offset) }
    }

    /// Whether a word, given in lower case, stands at an offset.
    static func stands(_ word: [UInt8], in bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard offset >= 0, offset + word.count <= bytes.count else { return false }
        for index in word.indices where ASCII.lowercase(bytes[offset + index]) != word[index] { return false }
        return true
    }
}
