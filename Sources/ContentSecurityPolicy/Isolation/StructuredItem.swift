/// An item of a structured field (RFC 9651, section 4.2.3), as far as one with a token is needed.
///
/// Chromium takes a decimal that ends in its point, and this does too; dates and display strings came later than its
/// reader.
struct StructuredItem {
    private var rest: Bytes

    /// The token that a value is, with whatever parameters; nil for every other value.
    static func token(_ value: String) -> String? {
        var item = StructuredItem(rest: Array(value.utf8)[...].trimmed(while: \.isTabOrSpace))
        guard let token = item.token(), item.readParameters(), item.rest.isEmpty else { return nil }
        return token
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func take(while isTaken: (UInt8) -> Bool) -> Bytes {
        let end = rest.firstIndex { !isTaken($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private mutating func token() -> String? {
        guard let first = rest.first, first.isASCIILetter || first == .asterisk else { return nil }
        return take { $0.isTokenCharacter || $0 == .colon || $0 == .slash }.text
    }

    /// Parameters (section 4.2.3.2); false where something in them is wrong.
    private mutating func readParameters() -> Bool {
        while skip(.semicolon) {
            _ = take { $0 == .space }
            guard let first = rest.first, first.isLowercaseLetter || first == .asterisk else { return false }
            _ = take { $0.isLowercaseLetter || $0.isASCIIDigit || "_-.*".utf8.contains($0) }
            if skip(UInt8(ascii: "=")), !readBareItem() { return false }
        }
        return true
    }

    /// A bare item (section 4.2.3.1).
    private mutating func readBareItem() -> Bool {
        guard let first = rest.first else { return false }
        switch first {
        case .quotationMark: return readString()
        case .colon: return readBytes()
        case UInt8(ascii: "?"):
            rest.removeFirst()
            return skip(UInt8(ascii: "0")) || skip(UInt8(ascii: "1"))
        default: return first == .hyphen || first.isASCIIDigit ? readNumber() : token() != nil
        }
    }

    private mutating func readNumber() -> Bool {
        _ = skip(.hyphen)
        let whole = take(while: \.isASCIIDigit)
        guard !whole.isEmpty else { return false }
        guard skip(.dot) else { return whole.count <= 15 }
        return whole.count <= 12 && take(while: \.isASCIIDigit).count <= 3
    }

    private mutating func readString() -> Bool {
        rest.removeFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case .quotationMark: return true
            case .backslash:
                guard let next = rest.popFirst(), next == .quotationMark || next == .backslash else { return false }
            case 0x20...0x7E: continue
            default: return false
            }
        }
        return false
    }

    private mutating func readBytes() -> Bool {
        rest.removeFirst()
        let text = take { $0.isASCIILetter || $0.isASCIIDigit || "+/=".utf8.contains($0) }
        return skip(.colon) && text.firstIndex(of: UInt8(ascii: "=")).map { text.endIndex - $0 <= 2 } ?? true
    }
}

extension UInt8 {
    fileprivate var isLowercaseLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }

    /// RFC 9110, section 5.6.2, "tchar".
    fileprivate var isTokenCharacter: Bool {
        isASCIILetter || isASCIIDigit || "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
}
