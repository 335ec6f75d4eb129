/// Decodes UTF-16 as the Encoding Standard, section 14.2.1, "shared UTF-16 decoder", does.
struct UTF16Decoder {
    let isBigEndian: Bool

    func decode(_ bytes: UnsafeRawBufferPointer, into output: inout TextOutput) {
        let count = bytes.count / 2
        var index = 0
        while index < count {
            let unit = unit(in: bytes, at: index)
            index += 1
            guard unit & 0xF800 == 0xD800 else {
                output.append(unit)
                continue
            }
            guard unit < 0xDC00, index < count else {
                output.appendReplacement()
                continue
            }
            let next = self.unit(in: bytes, at: index)
            guard next & 0xFC00 == 0xDC00 else {
                output.appendReplacement()
                continue
            }
            index += 1
            output.append(0x1_0000 + (unit & 0x3FF) << 10 + next & 0x3FF)
        }
        if !bytes.count.isMultiple(of: 2) { output.appendReplacement() }
    }

    private func unit(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt32 {
        let unit = bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
        return UInt32(isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit))
    }
}
