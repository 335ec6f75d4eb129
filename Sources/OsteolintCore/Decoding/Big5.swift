/// Big5 with the Hong Kong extensions; Encoding Standard, section 11.1.
struct Big5: DoubleByteEncoding {
    let index: PointerIndex

    /// The pointers that stand for a letter and a combining mark.
    private static let combined: [Int: (UInt32, UInt32)] = [
        1133: (0x00CA, 0x0304), 1135: (0x00CA, 0x030C), 1164: (0x00EA, 0x0304), 1166: (0x00EA, 0x030C),
    ]
    /// The first pointer that is written: those of the Hong Kong extensions before it are only read.
    static let firstWritten = (0xA1 - 0x81) * 157
    /// The scalar values that are written as the last of their pointers instead of the first.
    static let lastPointers: [UInt32] = [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345]

    func scalar(of byte: UInt8) -> UInt32? { nil }

    func isLead(_ byte: UInt8) -> Bool { (0x81...0xFE).contains(byte) }

    func pointer(of lead: UInt8, _ trail: UInt8) -> Int? { Self.pointer(of: lead, trail) }

    static func pointer(of lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
        return Int(lead - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
    }

    func append(pointer: Int, to output: inout TextOutput) -> Bool {
        if let (letter, mark) = Self.combined[pointer] {
            output.append(letter)
            output.append(mark)
            return true
        }
        guard let scalar = index.scalar(at: pointer) else { return false }
        output.append(scalar)
        return true
    }

    static func bytes(of pointer: Int) -> [UInt8] {
        let (row, cell) = pointer.quotientAndRemainder(dividingBy: 157)
        return [UInt8(row + 0x81), UInt8(cell + (cell < 0x3F ? 0x40 : 0x62))]
    }
}
