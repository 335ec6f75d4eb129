/// A set of bytes.
struct ByteSet: Sendable, Hashable {
    private var words: SIMD4<UInt64> = .zero

    /// The empty set.
    init() {}

    /// The set of some bytes.
    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { insert(byte) }
    }

    /// All bytes.
    static let all = ByteSet(0...255)
    /// All bytes but a slash: what stands between two slashes of a path.
    static let inSegment = ByteSet([UInt8(ascii: "/")]).inverted

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

    mutating func formUnion(_ other: ByteSet) { words |= other.words }

    /// All bytes that are not in it.
    var inverted: ByteSet {
        var set = self
        set.words = ~words
        return set
    }

    /// With each ASCII letter the other case of it.
    var withBothCases: ByteSet {
        var set = self
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            if contains(letter) { set.insert(letter & 0xDF) }
            if contains(letter & 0xDF) { set.insert(letter) }
        }
        return set
    }
}
