/// Shift_JIS; Encoding Standard, section 12.3.
struct ShiftJIS: DoubleByteEncoding {
    let index: PointerIndex

    /// The pointers of user-defined characters, which stand for U+E000 and the following.
    private static let userDefined = 8836...10715
    /// The pointers that are only read: NEC's selection of IBM's extensions, which stand in the index twice.
    static let neverWritten = 8272...8835

    func scalar(of byte: UInt8) -> UInt32? {
        switch byte {
        case 0x80: 0x80
        case 0xA1...0xDF: 0xFF61 + UInt32(byte - 0xA1)
        default: nil
        }
    }

    func isLead(_ byte: UInt8) -> Bool { (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) }

    func pointer(of lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
        let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
        return row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
    }

    func append(pointer: Int, to output: inout TextOutput) -> Bool {
        if Self.userDefined.contains(pointer) {
            output.append(0xE000 + UInt32(pointer - Self.userDefined.lowerBound))
            return true
        }
        guard let scalar = index.scalar(at: pointer) else { return false }
        output.append(scalar)
        return true
    }

    static func bytes(of pointer: Int) -> [UInt8] {
        let (row, cell) = pointer.quotientAndRemainder(dividingBy: 188)
        return [UInt8(row + (row < 0x1F ? 0x81 : 0xC1)), UInt8(cell + (cell < 0x3F ? 0x40 : 0x41))]
    }
}
