/// A list of values between commas (Fetch Standard, "get, decode, and split").
enum QuotedList {
    /// The values; commas between quotation marks split nothing, and an empty text is one empty value.
    static func values(_ bytes: Bytes) -> [Bytes] {
        var values: [Bytes] = []
        var start = bytes.startIndex
        var isQuoted = false
        var isEscaped = false
        for (index, byte) in zip(bytes.indices, bytes) {
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == .backslash {
                isEscaped = true
            } else if byte == .quotationMark {
                isQuoted.toggle()
            } else if byte == .comma, !isQuoted {
                values.append(bytes[start..<index])
                start = index + 1
            }
        }
        return values + [bytes[start...]]
    }
}
