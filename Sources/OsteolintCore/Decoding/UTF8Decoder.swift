/// Decodes UTF-8 as the Encoding Standard, section 8.1.1, "UTF-8 decoder", does.
///
/// Each maximal part of a malformed sequence becomes one U+FFFD.
enum UTF8Decoder {
    static func decode(_ bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        var start = 0
        while start < bytes.count {
            let end = validEnd(in: bytes, from: start)
            output.append(valid: bytes[start..<end])
            guard end < bytes.count else { return }
            output.appendReplacement()
            start = end + malformedLength(in: bytes, at: end)
        }
    }

    /// The index of the first malformed sequence at or after an index, or the number of bytes.
    static func validEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index = ASCII.runEnd(in: bytes, from: index)
                continue
            }
            let length = sequenceLength(in: bytes, at: index)
            guard length > 0 else { return index }
            index += length
        }
        return index
    }

    /// The length of the well-formed sequence at a lead byte above 127, or 0 when it is malformed.
    @inline(__always)
    private static func sequenceLength(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        let lead = bytes[index]
        guard lead >= 0xC2, lead <= 0xF4, index + 1 < bytes.count else { return 0 }
        let range = secondByteRange(after: lead)
        guard range.contains(bytes[index + 1]) else { return 0 }
        if lead < 0xE0 { return 2 }
        guard index + 2 < bytes.count, isContinuation(bytes[index + 2]) else { return 0 }
        if lead < 0xF0 { return 3 }
        guard index + 3 < bytes.count, isContinuation(bytes[index + 3]) else { return 0 }
        return 4
    }

    /// How many bytes one U+FFFD stands for: the longest start of a well-formed sequence, and one byte at least.
    static func malformedLength(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        let lead = bytes[index]
        guard lead >= 0xC2, lead <= 0xF4, index + 1 < bytes.count,
            secondByteRange(after: lead).contains(bytes[index + 1])
        else { return 1 }
        guard lead >= 0xF0, index + 2 < bytes.count, isContinuation(bytes[index + 2]) else { return 2 }
        return 3
    }

    /// Which second bytes keep a sequence from being too long, a surrogate, or above U+10FFFF.
    @inline(__always)
    private static func secondByteRange(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
