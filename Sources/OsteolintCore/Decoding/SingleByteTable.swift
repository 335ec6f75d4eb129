/// What the bytes 0x80 to 0xFF of a single-byte encoding stand for.
///
/// The indexes of the Encoding Standard, section 9, from ICU's tables and the places where the two differ.
struct SingleByteTable {
    /// The scalar values of the bytes from 0x80; U+FFFD where a byte has none.
    let scalars: [UInt32]

    /// Builds the table; nil when the encoding is not a single-byte one.
    init?(_ encoding: TextEncoding) {
        if encoding == .userDefined {
            scalars = (0..<128).map { 0xF780 + $0 }
            return
        }
        guard let name = Self.converterName(of: encoding) else { return nil }
        var scalars = Self.scalars(ofConverter: name)
        for (byte, scalar) in Self.corrections[encoding] ?? [:] { scalars[Int(byte) - 0x80] = scalar }
        self.scalars = scalars
    }

    func decode(_ bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        var index = 0
        while index < bytes.count {
            let end = ASCII.runEnd(in: bytes, from: index)
            output.append(valid: bytes[index..<end])
            index = end
            while index < bytes.count, bytes[index] >= 0x80 {
                append(bytes[index], to: &output)
                index += 1
            }
        }
    }

    private func append(_ byte: UInt8, to output: inout TextOutput) {
        let scalar = scalars[Int(byte & 0x7F)]
        if scalar == 0xFFFD { output.appendReplacement() } else { output.append(scalar) }
    }

    private static func scalars(ofConverter name: String) -> [UInt32] {
        guard let converter = ICUConverter(name: name) else { return [UInt32](repeating: 0xFFFD, count: 128) }
        return (0x80...0xFF).map { byte in
            // The standard gives a control character to every byte below 0xA0 that has nothing else.
            let none = byte < 0xA0 ? UInt32(byte) : 0xFFFD
            guard let scalar = converter.scalar(for: [UInt8(byte)]), scalar < 0xE000 || scalar > 0xF8FF else {
                return none
            }
            return scalar
        }
    }

    private static func converterName(of encoding: TextEncoding) -> String? {
        switch encoding {
        case .iso8859Part8Logical: "ISO-8859-8"
        // ICU has no table for this one; it is Latin 1 with corrections.
        case .iso8859Part16: "ISO-8859-1"
        case .utf8, .utf16BE, .utf16LE, .replacement, .userDefined: nil
        case .gbk, .gb18030, .big5, .eucJP, .iso2022JP, .shiftJIS, .eucKR: nil
        default: encoding.name
        }
    }

    private static let corrections: [TextEncoding: [UInt8: UInt32]] = [
        .windows1253: [0xAA: 0xFFFD],
        .windows1255: [0xCA: 0x05BA],
        .koi8U: [0xAE: 0x045E, 0xBE: 0x040E],
        .macintosh: [0xDB: 0x20AC, 0xF0: 0xF8FF],
        .iso8859Part16: [
            0xA1: 0x0104, 0xA2: 0x0105, 0xA3: 0x0141, 0xA4: 0x20AC, 0xA5: 0x201E, 0xA6: 0x0160, 0xA8: 0x0161,
            0xAA: 0x0218, 0xAC: 0x0179, 0xAE: 0x017A, 0xAF: 0x017B, 0xB2: 0x010C, 0xB3: 0x0142, 0xB4: 0x017D,
            0xB5: 0x201D, 0xB8: 0x017E, 0xB9: 0x010D, 0xBA: 0x0219, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
            0xBF: 0x017C, 0xC3: 0x0102, 0xC5: 0x0106, 0xD0: 0x0110, 0xD1: 0x0143, 0xD5: 0x0150, 0xD7: 0x015A,
            0xD8: 0x0170, 0xDD: 0x0118, 0xDE: 0x021A, 0xE3: 0x0103, 0xE5: 0x0107, 0xF0: 0x0111, 0xF1: 0x0144,
            0xF5: 0x0151, 0xF7: 0x015B, 0xF8: 0x0171, 0xFD: 0x0119, 0xFE: 0x021B,
        ],
    ]
}
