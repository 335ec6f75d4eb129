/// Reads the tokens of a JSON text (RFC 8259, section 2) from its bytes.
public struct JSONScanner {
    /// What is wrong with a token.
    enum Fault: String, Error {
        case control = "a control character stands in a text as it is"
        case escape = "an escape is none that JSON has"
        case surrogate = "an escape is half of a character"
        case encoding = "a text is not UTF-8"
        case unended = "ends in the middle of a text; was it written to its end?"
        case number = "a number is none that JSON has"
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Begins at the start of a text, whose bytes must outlive the scanner; a byte order mark is passed over.
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The first byte behind white space; nil at the end of the text.
    public mutating func peek() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    /// Goes on by one byte, which has been peeked at.
    public mutating func advance() { position += 1 }

    /// Goes behind a byte, where it is the next one behind white space.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// Goes behind a word, where it is what comes next.
    mutating func take(word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ $0.elementsEqual(bytes[position..<end]) }) else { return false }
        position = end
        return true
    }

    /// Reads a text, whose quotation mark comes next.
    mutating func text() throws(Fault) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
                guard let text = String(validating: text, as: UTF8.self) else { throw .encoding }
                position += 1
                return text
            case UInt8(ascii: "\\"): return try escapedText(from: start)
            case 0..<0x20: throw .control
            default: position += 1
            }
        }
        throw .unended
    }

    /// Reads a text, whose quotation mark comes next, with the place of each of its bytes.
    mutating func placedText() throws(Fault) -> PlacedText {
        position += 1
        var text: [UInt8] = []
        var sources: [Range<Int>] = []
        while position < bytes.count {
            let start = position
            position += 1
            switch bytes[start] {
            case UInt8(ascii: "\""): return PlacedText(bytes: text, sources: sources)
            case UInt8(ascii: "\\"):
                let escaped = String(try escape()).utf8
                text += escaped
                sources += escaped.map { _ in start..<position }
            case 0..<0x20: throw .control
            default:
                text.append(bytes[start])
                sources.append(start..<position)
            }
        }
        throw .unended
    }

    /// Reads on from the first escape in a text.
    private mutating func escapedText(from start: Int) throws(Fault) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: text, as: UTF8.self) else { throw .encoding }
                return text
            case UInt8(ascii: "\\"): text += try escape().utf8
            case 0..<0x20: throw .control
            default: text.append(byte)
            }
        }
        throw .unended
    }

    /// Reads what stands behind a backslash.
    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        guard position < bytes.count else { throw .unended }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw .escape
        }
    }

    private mutating func unicodeEscape() throws(Fault) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), take(word: "\\u") else { throw .surrogate }
        let trail = try codeUnit()
        let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
        guard UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(value) else { throw .surrogate }
        return scalar
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        guard position + 4 <= bytes.count else { throw .unended }
        var unit: UInt16 = 0
        for byte in bytes[position..<(position + 4)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .escape }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }

    /// Reads a number (RFC 8259, section 6).
    ///
    /// - Returns: nil where it is not whole, or larger than any that osteolint counts.
    mutating func number() throws(Fault) -> Int? {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value: Int? = 0
        for digit in takeDigits() {
            let (product, isTooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = product.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
            value = value == nil || isTooLarge || isLarger ? nil : sum
        }
        let digits = position - start
        guard digits > 0, digits == 1 || bytes[start] != UInt8(ascii: "0") else { throw .number }
        if next == UInt8(ascii: ".") {
            position += 1
            guard !takeDigits().isEmpty else { throw .number }
            value = nil
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            guard !takeDigits().isEmpty else { throw .number }
            value = nil
        }
        return value.map { isNegative ? -$0 : $0 }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func takeDigits() -> Slice<UnsafeBufferPointer<UInt8>> {
        let start = position
        while let next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next { position += 1 }
        return bytes[start..<position]
    }

    /// A fault at the place that is reached.
    func fault(at path: String, _ message: String) -> JSONFault {
        var line = 1
        var start = 0
        for (index, byte) in bytes[..<min(position, bytes.count)].enumerated() where byte == 0x0A {
            line += 1
            start = index + 1
        }
        let column = bytes[start..<max(start, min(position, bytes.count))].count { $0 & 0xC0 != 0x80 } + 1
        return JSONFault(line: line, column: column, path: path, message: message)
    }
}
