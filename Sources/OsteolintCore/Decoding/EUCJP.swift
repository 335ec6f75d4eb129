/// EUC-JP; Encoding Standard, section 12.1.
struct EUCJP {
    let jis0208: PointerIndex
    let jis0212: PointerIndex

    private static let graphic: ClosedRange<UInt8> = 0xA1...0xFE

    func decode(_ bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        var index = 0
        while index < bytes.count {
            let end = ASCII.runEnd(in: bytes, from: index)
            output.append(valid: bytes[index..<end])
            guard end < bytes.count else { return }
            index = end + decodeCharacter(in: bytes, at: end, into: &output)
        }
    }

    /// Decodes the character at a byte above 127 and answers how many bytes it took.
    private func decodeCharacter(in bytes: UnsafeRawBufferPointer, at index: Int, into output: inout TextOutput) -> Int
    {
        let lead = bytes[index]
        guard lead == 0x8E || lead == 0x8F || Self.graphic.contains(lead), index + 1 < bytes.count else {
            output.appendReplacement()
            return 1
        }
        let second = bytes[index + 1]
        if lead == 0x8E, (0xA1...0xDF).contains(second) {
            output.append(0xFF61 + UInt32(second - 0xA1))
            return 2
        }
        guard lead == 0x8F, Self.graphic.contains(second) else {
            return decodePair(lead, second, of: jis0208, skipping: 0, into: &output)
        }
        guard index + 2 < bytes.count else {
            output.appendReplacement()
            return 2
        }
        return decodePair(second, bytes[index + 2], of: jis0212, skipping: 1, into: &output)
    }

    private func decodePair(
        _ lead: UInt8, _ trail: UInt8, of index: PointerIndex, skipping prefix: Int, into output: inout TextOutput
    ) -> Int {
        if Self.graphic.contains(lead), Self.graphic.contains(trail),
            let scalar = index.scalar(at: Int(lead - 0xA1) * 94 + Int(trail - 0xA1))
        {
            output.append(scalar)
            return prefix + 2
        }
        output.appendReplacement()
        return trail < 0x80 ? prefix + 1 : prefix + 2
    }

    /// The bytes of a pointer of the index jis0208, or of jis0212 after 0x8F.
    static func bytes(of pointer: Int) -> [UInt8] {
        let (row, cell) = pointer.quotientAndRemainder(dividingBy: 94)
        return [UInt8(row + 0xA1), UInt8(cell + 0xA1)]
    }
}
