/// gb18030, and GBK, which is read the same way; Encoding Standard, sections 10.1 and 10.2.
struct GB18030 {
    let index: PointerIndex
    let ranges: ICUConverter?

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
        let first = bytes[index]
        if first == 0x80 {
            output.append(0x20AC)
            return 1
        }
        guard first != 0xFF, index + 1 < bytes.count else {
            output.appendReplacement()
            return 1
        }
        let second = bytes[index + 1]
        if ASCII.isDigit(second) { return decodeFourBytes(in: bytes, at: index, into: &output) }
        if let pointer = Self.pointer(of: first, second), let scalar = self.index.scalar(at: pointer) {
            output.append(scalar)
            return 2
        }
        output.appendReplacement()
        return second < 0x80 ? 1 : 2
    }

    private func decodeFourBytes(in bytes: UnsafeRawBufferPointer, at index: Int, into output: inout TextOutput) -> Int
    {
        let sequence = Array(bytes[index..<min(index + 4, bytes.count)])
        let isBroken =
            sequence.count > 2 && !(0x81...0xFE).contains(sequence[2])
            || sequence.count > 3 && !ASCII.isDigit(sequence[3])
        if isBroken || sequence.count < 4 {
            output.appendReplacement()
            // What follows the first byte is read again, unless the page ends in the sequence.
            return isBroken ? 1 : sequence.count
        }
        if let scalar = scalar(ofFour: sequence) { output.append(scalar) } else { output.appendReplacement() }
        return 4
    }

    /// "Index gb18030 ranges code point" of four bytes.
    private func scalar(ofFour bytes: [UInt8]) -> UInt32? {
        let upper = (Int(bytes[0]) - 0x81) * 12600 + (Int(bytes[1]) - 0x30) * 1260
        let pointer = upper + (Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30
        if pointer > 39419, pointer < 189_000 { return nil }
        if pointer == 7457 { return 0xE7C7 }
        if pointer >= 189_000 {
            let scalar = UInt32(pointer - 189_000) + 0x1_0000
            return scalar <= 0x10_FFFF ? scalar : nil
        }
        return ranges?.scalar(for: bytes)
    }

    static func pointer(of lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) else { return nil }
        return Int(lead - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    }

    static func bytes(of pointer: Int) -> [UInt8] {
        let (row, cell) = pointer.quotientAndRemainder(dividingBy: 190)
        return [UInt8(row + 0x81), UInt8(cell + (cell < 0x3F ? 0x40 : 0x41))]
    }
}
