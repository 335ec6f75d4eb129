/// A part of a pattern over bytes, from whichever notation it was read.
indirect enum PatternNode: Sendable {
    /// One byte of a set.
    case set(ByteSet)
    /// One part after the other.
    case sequence([PatternNode])
    /// One of several parts.
    case choice([PatternNode])
    /// A part so many times; no maximum where it is nil.
    case repeated(PatternNode, Int, Int?)
    /// The start of the text.
    case start
    /// The end of the text.
    case end
    /// What follows must match a part, or must not, and is not passed by it.
    case look(PatternNode, isNegative: Bool)

    /// One certain byte.
    static func byte(_ byte: UInt8) -> Self { .set(ByteSet(CollectionOfOne(byte))) }

    /// A text as it stands.
    static func text(_ text: some Sequence<UInt8>) -> Self { .sequence(text.map(byte)) }

    /// Anything, also nothing.
    static let anything = Self.repeated(.set(.all), 0, nil)

    /// What is between two slashes, at least one byte.
    static let segment = Self.repeated(.set(.inSegment), 1, nil)
}
