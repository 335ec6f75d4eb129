/// Writes text in the encoding of its page, as browsers do in the query of a URL.
///
/// Encoding Standard, sections 6 to 14, the encoders, and URL Standard, section 1.3, "percent-encode after encoding".
/// An encoder makes its table when first used; it belongs to one thread at a time.
public final class QueryEncoder {
    /// The encoding that is written: the page's, or UTF-8 where that cannot be written.
    public let encoding: TextEncoding

    private let indexes = LegacyIndexes()
    private lazy var singleBytes = makeSingleBytes()
    private lazy var pointers = makePointers()

    /// Makes an encoder for the queries of a page in an encoding.
    public init(pageEncoding: TextEncoding) { encoding = pageEncoding.outputEncoding }

    /// The bytes of a scalar value on its own, or nil when the encoding has none for it.
    ///
    /// For ISO-2022-JP the bytes begin and end in ASCII, with escape sequences round what is not.
    public func encode(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if encoding == .utf8 { return Array(String(scalar).utf8) }
        if encoding == .iso2022JP { return encodeISO2022JP(scalar) }
        if scalar.value < 0x80 { return [UInt8(scalar.value)] }
        switch encoding {
        case .shiftJIS: return encodeShiftJIS(scalar.value)
        case .eucJP: return encodeEUCJP(scalar.value)
        case .gbk, .gb18030: return encodeGB18030(scalar)
        case .big5: return pointers[scalar.value].map(Big5.bytes)
        case .eucKR: return pointers[scalar.value].map(EUCKR.bytes)
        default: return singleBytes[scalar.value].map { [$0] }
        }
    }

    /// Percent-encodes text after encoding it; a scalar value that the encoding does not have becomes `%26%23…%3B`.
    /// - Parameters:
    ///   - text: the text.
    ///   - isEscaped: whether a byte below 128 is percent-encoded; all others always are.
    /// - Returns: ASCII bytes.
    public func percentEncode(
        _ text: some Sequence<Unicode.Scalar>, where isEscaped: (UInt8) -> Bool
    ) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in text {
            guard let bytes = encode(scalar) else {
                result += Array("%26%23\(unencodable(scalar))%3B".utf8)
                continue
            }
            for byte in bytes {
                if byte < 0x80, !isEscaped(byte) {
                    result.append(byte)
                } else {
                    result += [0x25, Self.hexadecimal(byte >> 4), Self.hexadecimal(byte & 0x0F)]
                }
            }
        }
        return result
    }

    /// ISO-2022-JP names U+FFFD instead of the control characters that would look like its own escapes.
    private func unencodable(_ scalar: Unicode.Scalar) -> UInt32 {
        encoding == .iso2022JP && scalar.value < 0x20 ? 0xFFFD : scalar.value
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}

// Encoders of the multi-byte encodings.
extension QueryEncoder {
    private func encodeShiftJIS(_ scalar: UInt32) -> [UInt8]? {
        switch scalar {
        case 0x80: [0x80]
        case 0xA5: [0x5C]
        case 0x203E: [0x7E]
        case 0xFF61...0xFF9F: [UInt8(scalar - 0xFF61 + 0xA1)]
        case 0x2212: pointers[0xFF0D].map(ShiftJIS.bytes)
        default: pointers[scalar].map(ShiftJIS.bytes)
        }
    }

    private func encodeEUCJP(_ scalar: UInt32) -> [UInt8]? {
        switch scalar {
        case 0xA5: [0x5C]
        case 0x203E: [0x7E]
        case 0xFF61...0xFF9F: [0x8E, UInt8(scalar - 0xFF61 + 0xA1)]
        case 0x2212: pointers[0xFF0D].map(EUCJP.bytes)
        default: pointers[scalar].map(EUCJP.bytes)
        }
    }

    private func encodeISO2022JP(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0x0E, 0x0F, 0x1B: return nil
        case 0..<0x80: return [UInt8(scalar.value)]
        case 0xA5: return [0x1B, 0x28, 0x4A, 0x5C, 0x1B, 0x28, 0x42]
        case 0x203E: return [0x1B, 0x28, 0x4A, 0x7E, 0x1B, 0x28, 0x42]
        default: break
        }
        let target = scalar.value == 0x2212 ? 0xFF0D : Self.fullWidth(scalar.value)
        guard let pointer = pointers[target] else { return nil }
        let pair = EUCJP.bytes(of: pointer).map { $0 & 0x7F }
        return [0x1B, 0x24, 0x42] + pair + [0x1B, 0x28, 0x42]
    }

    /// "Index ISO-2022-JP katakana": the full-width form of a half-width katakana.
    private static func fullWidth(_ scalar: UInt32) -> UInt32 {
        guard (0xFF61...0xFF9F).contains(scalar) else { return scalar }
        return katakana[Int(scalar - 0xFF61)].value
    }

    private static let katakana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜".unicodeScalars)

    private func encodeGB18030(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.value == 0xE5E5 { return nil }
        if encoding == .gbk, scalar.value == 0x20AC { return [0x80] }
        if let pointer = pointers[scalar.value] { return GB18030.bytes(of: pointer) }
        // The characters that GB 18030-2022 moved away from the private use area keep their two bytes there, too.
        guard let bytes = indexes.gb18030Ranges?.bytes(for: scalar) else { return nil }
        return encoding == .gb18030 || bytes.count == 2 ? bytes : nil
    }
}

// Tables from scalar values to bytes.
extension QueryEncoder {
    private func makeSingleBytes() -> [UInt32: UInt8] {
        var bytes: [UInt32: UInt8] = [:]
        for (offset, scalar) in (SingleByteTable(encoding)?.scalars ?? []).enumerated() where scalar != 0xFFFD {
            bytes[scalar] = UInt8(0x80 + offset)
        }
        return bytes
    }

    private func makePointers() -> [UInt32: Int] {
        switch encoding {
        case .shiftJIS: indexes.jis0208.pointers { !ShiftJIS.neverWritten.contains($0) && !(8836...10715).contains($0) }
        case .eucJP, .iso2022JP: indexes.jis0208.pointers { $0 < 94 * 94 }
        case .gbk, .gb18030: indexes.gb18030.pointers()
        case .eucKR: indexes.eucKR.pointers()
        case .big5: makeBig5Pointers()
        default: [:]
        }
    }

    private func makeBig5Pointers() -> [UInt32: Int] {
        var pointers = indexes.big5.pointers { $0 >= Big5.firstWritten }
        for pointer in Big5.firstWritten..<indexes.big5.count {
            guard let scalar = indexes.big5.scalar(at: pointer), Big5.lastPointers.contains(scalar) else { continue }
            pointers[scalar] = pointer
        }
        return pointers
    }
}
