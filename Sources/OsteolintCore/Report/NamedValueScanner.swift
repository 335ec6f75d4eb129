import WebURL

/// Finds names and their values in a source line of any language.
///
/// It reads generously: what it takes for a value is only looked at to hide it.
struct NamedValueScanner {
    private let bytes: [UInt8]
    private let templates: [TemplateExpression]
    /// The value of a URL found last, for nested ones and for others: what begins in it ends where it ends.
    private var valueInURL: [Bool: Range<Int>] = [:]
    /// From where to where there is no quote of a kind.
    private var unquoted: [[UInt8]: Range<Int>] = [:]

    /// Of a value no more than this many bytes are read; an id and a secret are shorter.
    private static let longestValueRead = 4096

    private static let equalsSigns = ["=", "%3d", "&equals;", "&#61;", "&#x3d;"].map { Array($0.utf8) }
    private static let quotes = ["\\\"", "\\'", "\"", "'", "`", "&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27"].map
    {
        Array($0.utf8)
    }
    /// Character references that stand for what ends a value in a URL.
    private static let endingReferences = [
        "&amp", "&#38", "&#x26", "&quot", "&#34", "&#x22", "&apos", "&#39", "&#x27", "&lt", "&#60", "&#x3c", "&gt",
        "&#62",
        "&#x3e",
    ].map { Array($0.utf8) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        templates = TemplateExpression.all(in: bytes)
    }

    /// The names that have a value, in order; takes time in proportion to the text.
    mutating func namedValues() -> [NamedValue] {
        var found: [NamedValue] = []
        var index = 0
        while index < bytes.count {
            guard isNameStart(bytes[index]) else {
                index += isEscape(at: index) ? 3 : 1
                continue
            }
            let end = endOfName(from: index)
            if let range = value(behind: index..<end) {
                let value = String(decoding: bytes[range].prefix(Self.longestValueRead), as: UTF8.self)
                found.append(
                    NamedValue(
                        name: EmbedField.decode(String(decoding: bytes[index..<end], as: UTF8.self)), value: value,
                        range: range))
            }
            index = end
        }
        return found
    }
}

// MARK: - From name to value

extension NamedValueScanner {
    private mutating func value(behind name: Range<Int>) -> Range<Int>? {
        if let equals = first(of: Self.equalsSigns, at: name.upperBound) {
            let start = name.upperBound + equals.count
            let isNested = equals.first == UInt8(ascii: "%")
            guard !isInURL(name.lowerBound), !isNested, let quote = first(of: Self.quotes, at: start) else {
                return start..<endOfURLValue(from: start, isNested: isNested)
            }
            return quoted(by: quote, from: start + quote.count)
        }
        return valueInScript(from: name.upperBound)
    }

    /// `name: value`, `"name": value`, `name = value` and `"name", value`; of a value without quotes only numbers count.
    private mutating func valueInScript(from end: Int) -> Range<Int>? {
        let closing = first(of: Self.quotes, at: end)
        let sign = skipSpaces(from: end + (closing?.count ?? 0))
        guard sign < bytes.count else { return nil }
        let separators = closing == nil ? ":=" : ":=,"
        guard separators.utf8.contains(bytes[sign]) else { return nil }
        let start = skipSpaces(from: sign + 1)
        if let quote = first(of: Self.quotes, at: start) { return quoted(by: quote, from: start + quote.count) }
        let number = bytes[start...].prefix { ASCII.isDigit($0) }
        return number.isEmpty ? nil : number.startIndex..<number.endIndex
    }

    /// What stands between quotes; a space behind the first one tells that it closes the attribute before.
    private mutating func quoted(by quote: [UInt8], from start: Int) -> Range<Int>? {
        guard start < bytes.count, !ASCII.isWhitespace(bytes[start]) else { return nil }
        if let known = unquoted[quote], known.contains(start) { return start..<known.upperBound }
        var end = start
        while end < bytes.count, first(of: [quote], at: end) == nil { end += 1 }
        unquoted[quote] = start..<end
        return start..<end
    }

    private mutating func endOfURLValue(from start: Int, isNested: Bool) -> Int {
        if let known = valueInURL[isNested], known.contains(start) { return known.upperBound }
        let end = findEndOfURLValue(from: start, isNested: isNested)
        valueInURL[isNested] = start..<end
        return end
    }

    private func findEndOfURLValue(from start: Int, isNested: Bool) -> Int {
        // The one value with a space in it that scripts leave behind.
        var index = start + (first(of: [Array("[object object]".utf8)], at: start)?.count ?? 0)
        while index < bytes.count {
            if let template = template(around: index) {
                index = template.upperBound
                continue
            }
            guard !isEnd(at: index, isNested: isNested) else { return index }
            index += 1
        }
        return index
    }

    /// The expression of a template engine that a byte stands in; they are in order and do not overlap.
    private func template(around index: Int) -> Range<Int>? {
        var (low, high) = (0, templates.count)
        while low < high {
            let middle = (low + high) / 2
            if templates[middle].range.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        guard low < templates.count, templates[low].range.contains(index) else { return nil }
        return templates[low].range
    }

    private func isEnd(at index: Int, isNested: Bool) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "&"): !isReference(at: index) || first(of: Self.endingReferences, at: index) != nil
        case UInt8(ascii: "%"): isNested && first(of: [Array("%26".utf8)], at: index) != nil
        // The `;` of a character reference belongs to it.
        case UInt8(ascii: ";"): !endsReference(at: index)
        default: "\"'<>`\\ \t\n\r\u{C}".utf8.contains(bytes[index])
        }
    }
}

// MARK: - Looking at bytes

extension NamedValueScanner {
    /// The longest name of a character reference is 31 letters.
    private static let longestReference = 33

    private func isReference(at index: Int) -> Bool {
        let name = bytes[(index + 1)...].prefix(Self.longestReference).prefix {
            isWordByte($0) || $0 == UInt8(ascii: "#")
        }
        return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
    }

    private func endsReference(at index: Int) -> Bool {
        let before = bytes[..<index].suffix(Self.longestReference)
        guard let start = before.lastIndex(of: UInt8(ascii: "&")), isReference(at: start) else { return false }
        return !before[(start + 1)...].contains(UInt8(ascii: ";"))
    }

    /// Whether a name begins behind what separates the fields of a URL.
    private func isInURL(_ index: Int) -> Bool {
        index > 0 && ("?&;#".utf8.contains(bytes[index - 1]) || index > 2 && isEscape(at: index - 3))
    }

    private func isEscape(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "%") else { return false }
        let digits = bytes[(index + 1)...].prefix(2)
        return digits.count == 2
            && digits.allSatisfy { ASCII.isDigit($0) || "abcdef".utf8.contains(ASCII.lowercase($0)) }
    }

    /// The first of some ASCII texts, in lower case, that stands at an index in any case.
    private func first(of texts: [[UInt8]], at index: Int) -> [UInt8]? {
        guard index < bytes.count else { return nil }
        let first = ASCII.lowercase(bytes[index])
        return texts.first { $0[0] == first && stands($0, at: index) }
    }

    private func stands(_ text: [UInt8], at index: Int) -> Bool {
        guard index + text.count <= bytes.count else { return false }
        return text.indices.allSatisfy { ASCII.lowercase(bytes[index + $0]) == text[$0] }
    }

    private func skipSpaces(from index: Int) -> Int {
        var index = index
        while index < bytes.count, ASCII.isWhitespace(bytes[index]) { index += 1 }
        return index
    }

    /// A name may be percent-encoded in part; `%3D` and `%26` are no part of it.
    private func endOfName(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if isWordByte(bytes[index]) || "-.".utf8.contains(bytes[index]) {
                index += 1
            } else if isEscape(at: index), PercentEncoding.decode(bytes[index..<(index + 3)]).allSatisfy(isWordByte) {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    private func isNameStart(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte == UInt8(ascii: "_") }

    private func isWordByte(_ byte: UInt8) -> Bool { isNameStart(byte) || ASCII.isDigit(byte) }
}
