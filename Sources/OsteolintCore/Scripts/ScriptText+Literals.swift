extension ScriptText {
    /// What a string or a part of a template says (ECMAScript, sections 12.9.4 and 12.9.6).
    ///
    /// - Parameters:
    ///   - text: the script.
    ///   - range: what stands between the quotes, in bytes.
    ///   - isTemplate: whether line ends are a part of it.
    init(literal text: [UInt8], _ range: Range<Int>, isTemplate: Bool) {
        self.init(at: range.lowerBound)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text[offset]
            if byte == UInt8(ascii: "\\") {
                let escape = ScriptEscape(text, at: offset, before: range.upperBound)
                let end = min(range.upperBound, offset + escape.length)
                // Nothing stands for a line that goes on; the next piece begins behind it.
                if !escape.bytes.isEmpty { append(escape.bytes, at: offset..<end, isVerbatim: false) }
                offset = end
            } else if byte == 0x0A || byte == 0x0D {
                let isPair = byte == 0x0D && offset + 1 < range.upperBound && text[offset + 1] == 0x0A
                append([0x0A], at: offset..<(offset + (isPair ? 2 : 1)), isVerbatim: false)
                offset += isPair ? 2 : 1
            } else {
                let rest = text[offset..<range.upperBound]
                let end = rest.firstIndex { $0 == UInt8(ascii: "\\") || $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
                append(text[offset..<end], at: offset..<end, isVerbatim: false)
                offset = end
            }
            if isCut { return }
        }
    }
}

/// What a backslash and what follows it stand for in a string.
struct ScriptEscape {
    /// The text, UTF-8; empty where a line goes on.
    let bytes: [UInt8]
    /// How many bytes of the script it takes, the backslash with them.
    let length: Int

    /// Reads the escape at the offset of its backslash.
    init(_ text: [UInt8], at start: Int, before end: Int) {
        guard start + 1 < end else {
            self.init([], 1)
            return
        }
        let byte = text[start + 1]
        switch byte {
        case UInt8(ascii: "n"): self.init([0x0A], 2)
        case UInt8(ascii: "t"): self.init([0x09], 2)
        case UInt8(ascii: "r"): self.init([0x0D], 2)
        case UInt8(ascii: "b"): self.init([0x08], 2)
        case UInt8(ascii: "f"): self.init([0x0C], 2)
        case UInt8(ascii: "v"): self.init([0x0B], 2)
        case UInt8(ascii: "0") where start + 2 >= end || !ASCII.isDigit(text[start + 2]): self.init([0], 2)
        case 0x0A: self.init([], 2)
        case 0x0D: self.init([], start + 2 < end && text[start + 2] == 0x0A ? 3 : 2)
        case UInt8(ascii: "x"), UInt8(ascii: "u"): self.init(code: text, at: start, before: end)
        default:
            var next = start + 2
            while next < end, text[next] & 0xC0 == 0x80 { next += 1 }
            self.init(Array(text[(start + 1)..<next]), next - start)
        }
    }

    private init(_ bytes: [UInt8], _ length: Int) {
        self.bytes = bytes
        self.length = length
    }

    private init(code text: [UInt8], at start: Int, before end: Int) {
        guard let first = Self.code(text, at: start, before: end) else {
            self.init([text[start + 1]], 2)
            return
        }
        if first.value & 0xFC00 == 0xD800,
            let second = Self.code(text, at: start + first.length, before: end), second.value & 0xFC00 == 0xDC00
        {
            let value = 0x10000 + (first.value & 0x3FF) << 10 + (second.value & 0x3FF)
            self.init(Self.utf8(value), first.length + second.length)
            return
        }
        self.init(Self.utf8(first.value), first.length)
    }

    /// Half of a pair that is alone becomes U+FFFD.
    private static func utf8(_ value: UInt32) -> [UInt8] {
        Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }

    /// `\x2F`, `\u002F` or `\u{2F}`.
    private static func code(_ text: [UInt8], at start: Int, before end: Int) -> (value: UInt32, length: Int)? {
        guard start + 3 < end, text[start] == UInt8(ascii: "\\") else { return nil }
        if text[start + 1] == UInt8(ascii: "u"), text[start + 2] == UInt8(ascii: "{") {
            guard let close = text[(start + 3)..<min(end, start + 12)].firstIndex(of: UInt8(ascii: "}")) else {
                return nil
            }
            return number(text[(start + 3)..<close]).map { ($0, close + 1 - start) }
        }
        let digits = text[start + 1] == UInt8(ascii: "x") ? 2 : text[start + 1] == UInt8(ascii: "u") ? 4 : 0
        guard digits > 0, start + 2 + digits <= end else { return nil }
        return number(text[(start + 2)..<(start + 2 + digits)]).map { ($0, digits + 2) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        guard !digits.isEmpty, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
