/// The text of a page as it is decoded: valid UTF-8, and how much of the source was no text.
struct TextOutput {
    private(set) var bytes: [UInt8] = []
    /// How many U+FFFD stand for bytes that are malformed in the source.
    private(set) var replacements = 0

    /// Empties a buffer and takes over its memory; `give(to:)` hands it back.
    init(reusing buffer: inout [UInt8], capacity: Int) {
        swap(&bytes, &buffer)
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(capacity)
    }

    mutating func give(to buffer: inout [UInt8]) { swap(&bytes, &buffer) }

    /// Appends bytes that are known to be valid UTF-8.
    mutating func append(valid run: Slice<UnsafeRawBufferPointer>) {
        UnsafeRawBufferPointer(rebasing: run).withMemoryRebound(to: UInt8.self) { bytes.append(contentsOf: $0) }
    }

    mutating func appendReplacement() {
        replacements += 1
        append(0xFFFD)
    }

    /// Appends a scalar value; anything that is none becomes U+FFFD.
    mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            bytes.append(Self.trail(scalar))
        case 0xD800..<0xE000, 0x11_0000...:
            append(0xFFFD)
        case 0x800..<0x1_0000:
            bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            bytes.append(Self.trail(scalar >> 6))
            bytes.append(Self.trail(scalar))
        default:
            bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            bytes.append(Self.trail(scalar >> 12))
            bytes.append(Self.trail(scalar >> 6))
            bytes.append(Self.trail(scalar))
        }
    }

    private static func trail(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F) }
}
