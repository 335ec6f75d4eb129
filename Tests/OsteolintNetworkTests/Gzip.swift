/// Compressed content, made by hand.
enum Gzip {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// Content that is not compressed at all inside (RFC 1951, section 3.2.4; RFC 1952).
    static func stored(_ content: [UInt8]) -> [UInt8] {
        let length = UInt16(content.count)
        return head + [1] + bytes(length) + bytes(~length) + content + bytes(checksum(content))
            + bytes(UInt32(content.count))
    }

    /// The beginning of a bomb: a block with fixed codes (RFC 1951, section 3.2.6) and a first byte to repeat.
    ///
    /// It ends in the middle of the period, which therefore begins with the bits behind these.
    static let bombHead = head + packed(blockStart + repeating(count: 8))

    /// 258 bytes are repeated by 13 bits: the code 285, then the distance 1. Eight of them begin where a byte does
    /// again, so that these 13 bytes stand for 2064.
    static let bombPeriod: [UInt8] = {
        let bits = blockStart + repeating(count: 16)
        return packed(Array(bits[(blockStart.count + 104) / 8 * 8..<(blockStart.count + 208) / 8 * 8]))
    }()

    static func bomb(periods: Int) -> [UInt8] {
        bombHead + (0..<periods).flatMap { _ in bombPeriod }
    }

    /// The last block, fixed codes, and the literal `a`.
    private static let blockStart: [UInt8] = [1, 1, 0] + [1, 0, 0, 1, 0, 0, 0, 1]

    private static func repeating(count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0] as [UInt8] }
    }

    /// Bits as bytes, the first bit of each the lowest; bits that fill no byte are left out.
    private static func packed(_ bits: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            (0..<8).reduce(0) { $0 | bits[start + $1] << UInt8($1) }
        }
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        ~content.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }
}
