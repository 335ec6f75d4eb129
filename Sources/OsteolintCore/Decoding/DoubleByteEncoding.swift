/// An encoding whose characters are one byte or a lead and a trail byte: Shift_JIS, EUC-KR, Big5.
protocol DoubleByteEncoding {
    /// What a byte above 127 stands for on its own, or nil.
    func scalar(of byte: UInt8) -> UInt32?
    /// Whether a byte starts a pair.
    func isLead(_ byte: UInt8) -> Bool
    /// Where a pair stands in the index, or nil when the second byte cannot follow the first.
    func pointer(of lead: UInt8, _ trail: UInt8) -> Int?
    /// Appends what a pointer stands for; false when it stands for nothing.
    func append(pointer: Int, to output: inout TextOutput) -> Bool
}

extension DoubleByteEncoding {
    /// Decodes as the standard's decoders of these encodings do: a malformed pair is one U+FFFD, and its second byte
    /// is read again when it is ASCII, so that no markup is swallowed.
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
        if let scalar = scalar(of: lead) {
            output.append(scalar)
            return 1
        }
        guard isLead(lead), index + 1 < bytes.count else {
            output.appendReplacement()
            return 1
        }
        let trail = bytes[index + 1]
        if let pointer = pointer(of: lead, trail), append(pointer: pointer, to: &output) { return 2 }
        output.appendReplacement()
        return trail < 0x80 ? 1 : 2
    }
}
