/// EUC-KR as browsers read it, that is, windows-949; Encoding Standard, section 13.1.
struct EUCKR: DoubleByteEncoding {
    let index: PointerIndex

    func scalar(of byte: UInt8) -> UInt32? { nil }

    func isLead(_ byte: UInt8) -> Bool { (0x81...0xFE).contains(byte) }

    func pointer(of lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x41...0xFE).contains(trail) else { return nil }
        return Int(lead - 0x81) * 190 + Int(trail - 0x41)
    }

    func append(pointer: Int, to output: inout TextOutput) -> Bool {
        guard let scalar = index.scalar(at: pointer) else { return false }
        output.append(scalar)
        return true
    }

    static func bytes(of pointer: Int) -> [UInt8] {
        let (row, cell) = pointer.quotientAndRemainder(dividingBy: 190)
        return [UInt8(row + 0x81), UInt8(cell + 0x41)]
    }
}
