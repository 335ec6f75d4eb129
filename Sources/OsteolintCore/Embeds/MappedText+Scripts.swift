import HTMLTokenizer

extension MappedText {
    /// The text of a stretch of script or JSON as its strings say it: `\"`, `\/`, `\x3c` and `\u003c` decoded.
    ///
    /// Strings are not told from the code around them: markup that is looked for stands in strings only.
    init(unescaping text: [UInt8], _ source: Range<Int>) {
        self.init(sourceEnd: source.upperBound)
        var offset = source.lowerBound
        var beginsRun = true
        while offset < source.upperBound {
            if text[offset] == UInt8(ascii: "\\"), offset + 1 < source.upperBound {
                let escape = Self.escape(text, offset + 1, source.upperBound)
                append(escape.bytes, at: offset, beginsRun: true)
                offset += 1 + escape.length
                beginsRun = true
            } else {
                let end = text[offset..<source.upperBound].dropFirst().firstIndex(of: UInt8(ascii: "\\"))
                let run = offset..<(end ?? source.upperBound)
                append(text[run], at: offset, beginsRun: beginsRun)
                offset = run.upperBound
                beginsRun = false
            }
        }
    }

    /// What stands behind a backslash, and how many bytes it takes.
    private static func escape(_ text: [UInt8], _ start: Int, _ end: Int) -> (bytes: [UInt8], length: Int) {
        switch text[start] {
        case UInt8(ascii: "n"): return ([0x0A], 1)
        case UInt8(ascii: "t"): return ([0x09], 1)
        case UInt8(ascii: "r"): return ([0x0D], 1)
        case UInt8(ascii: "x"): return hexadecimal(text, start, digits: 2, end)
        case UInt8(ascii: "u"): return hexadecimal(text, start, digits: 4, end)
        default: return ([text[start]], 1)
        }
    }

    private static func hexadecimal(
        _ text: [UInt8],
        _ start: Int,
        digits: Int,
        _ end: Int
    ) -> (bytes: [UInt8], length: Int) {
        guard start + digits < end else { return ([text[start]], 1) }
        let code = String(decoding: text[(start + 1)...(start + digits)], as: UTF8.self)
        guard let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) else { return ([text[start]], 1) }
        return (Array(String(scalar).utf8), digits + 1)
    }
}
