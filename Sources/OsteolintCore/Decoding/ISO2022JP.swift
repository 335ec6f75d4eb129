/// The decoder of ISO-2022-JP, a state machine; Encoding Standard, section 12.2.1.
struct ISO2022JP {
    private enum Mode {
        case ascii, roman, katakana, double
    }

    private let jis0208: PointerIndex
    private var mode = Mode.ascii
    /// "ISO-2022-JP output": whether an escape sequence was read after which nothing has come yet.
    private var isEscapeFresh = false
    private var index = 0

    init(jis0208: PointerIndex) { self.jis0208 = jis0208 }

    mutating func decode(_ bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        while index < bytes.count {
            if bytes[index] == 0x1B {
                decodeEscape(in: bytes, into: &output)
            } else if mode == .double {
                decodePair(in: bytes, into: &output)
            } else {
                decodeSingle(bytes[index], into: &output)
            }
        }
    }

    private mutating func decodeEscape(in bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        index += 1
        guard let newMode = escapedMode(in: bytes) else {
            // What follows the escape character is read again, in the mode of before.
            isEscapeFresh = false
            output.appendReplacement()
            return
        }
        index += 2
        mode = newMode
        if isEscapeFresh { output.appendReplacement() }
        isEscapeFresh = true
    }

    private func escapedMode(in bytes: UnsafeRawBufferPointer) -> Mode? {
        guard index + 1 < bytes.count else { return nil }
        return switch (bytes[index], bytes[index + 1]) {
        case (0x28, 0x42): .ascii
        case (0x28, 0x4A): .roman
        case (0x28, 0x49): .katakana
        case (0x24, 0x40), (0x24, 0x42): .double
        default: nil
        }
    }

    private mutating func decodeSingle(_ byte: UInt8, into output: inout TextOutput) {
        index += 1
        isEscapeFresh = false
        switch (mode, byte) {
        case (.katakana, 0x21...0x5F): output.append(0xFF61 + UInt32(byte - 0x21))
        case (.katakana, _), (_, 0x80...), (_, 0x0E), (_, 0x0F): output.appendReplacement()
        case (.roman, 0x5C): output.append(0xA5)
        case (.roman, 0x7E): output.append(0x203E)
        default: output.append(UInt32(byte))
        }
    }

    private mutating func decodePair(in bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        let lead = bytes[index]
        index += 1
        isEscapeFresh = false
        guard (0x21...0x7E).contains(lead), index < bytes.count else {
            output.appendReplacement()
            return
        }
        let trail = bytes[index]
        guard trail != 0x1B else {
            output.appendReplacement()
            return
        }
        index += 1
        guard (0x21...0x7E).contains(trail), let scalar = scalar(of: lead, trail) else {
            output.appendReplacement()
            return
        }
        output.append(scalar)
    }

    private func scalar(of lead: UInt8, _ trail: UInt8) -> UInt32? {
        jis0208.scalar(at: Int(lead - 0x21) * 94 + Int(trail - 0x21))
    }
}
