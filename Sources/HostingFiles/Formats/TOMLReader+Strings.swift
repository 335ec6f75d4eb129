import OsteolintCore

extension TOMLReader {
    /// Takes a string, whose quote comes next.
    ///
    /// - Parameter isKey: whether it is a key, which never has several lines.
    /// - Returns: the string without quotes and escapes.
    /// - Throws: `HostingFault` where it does not end, or has an escape that TOML does not have.
    mutating func takeString(isKey: Bool) throws(HostingFault) -> ValueText {
        let start = position
        let quote = text.bytes[start]
        let isLong = !isKey && text.bytes[start...].starts(with: [quote, quote, quote])
        position += isLong ? 3 : 1
        if isLong { passLineEnd() }
        var string = ValueText()
        while let byte = next, isLong || byte != 0x0A && byte != 0x0D {
            if byte == quote, let count = closingQuotes(quote, isLong: isLong) {
                // Of more quotes than close it, the first ones belong to the text.
                for _ in 0..<(count - (isLong ? 3 : 1)) { takeByte(into: &string) }
                position += isLong ? 3 : 1
                return string
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                try takeEscape(into: &string)
            } else {
                guard byte >= 0x20 || ValueText.isSpace(byte) else { throw fault("a control character in a string") }
                takeByte(into: &string)
            }
        }
        throw fault("a string that begins here is not closed", at: start)
    }

    private mutating func passLineEnd() {
        if next == 0x0D { position += 1 }
        if next == 0x0A { position += 1 }
    }

    /// How many quotes stand here, where they end the string.
    private func closingQuotes(_ quote: UInt8, isLong: Bool) -> Int? {
        guard isLong else { return 1 }
        let count = text.bytes[position...].prefix(5).prefix { $0 == quote }.count
        return count >= 3 ? count : nil
    }

    private mutating func takeByte(into string: inout ValueText) {
        string.append(text.bytes[position], position..<(position + 1))
        position += 1
    }

    private mutating func takeEscape(into string: inout ValueText) throws(HostingFault) {
        let start = position
        position += 2
        guard start + 1 < text.bytes.count else { throw fault("ends in the middle of a string", at: start) }
        switch text.bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): string.append(text.bytes[start + 1], start..<position)
        case UInt8(ascii: "b"): string.append(0x08, start..<position)
        case UInt8(ascii: "t"): string.append(0x09, start..<position)
        case UInt8(ascii: "n"): string.append(0x0A, start..<position)
        case UInt8(ascii: "f"): string.append(0x0C, start..<position)
        case UInt8(ascii: "r"): string.append(0x0D, start..<position)
        case UInt8(ascii: "e"): string.append(0x1B, start..<position)
        case UInt8(ascii: "u"): try takeScalar(from: start, digits: 4, into: &string)
        case UInt8(ascii: "U"): try takeScalar(from: start, digits: 8, into: &string)
        case 0x20, 0x09, 0x0A, 0x0D:
            // A line that ends with a backslash goes on with what is not white space.
            position = text.bytes[(start + 1)...].firstIndex { !ValueText.isSpace($0) } ?? text.bytes.count
        default: throw fault("an escape that TOML does not have", at: start)
        }
    }

    private mutating func takeScalar(from start: Int, digits: Int, into string: inout ValueText) throws(HostingFault) {
        position = min(start + 2 + digits, text.bytes.count)
        let value = UInt32(String(decoding: text.bytes[min(start + 2, position)..<position], as: UTF8.self), radix: 16)
        guard let scalar = value.flatMap(Unicode.Scalar.init) else {
            throw fault("an escape of no character", at: start)
        }
        for byte in String(scalar).utf8 { string.append(byte, start..<position) }
    }
}
