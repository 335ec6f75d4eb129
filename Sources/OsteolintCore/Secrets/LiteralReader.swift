/// Reads the literal that stands under a name in a text of any language: JSON, JavaScript, HTML, a URL, an environment,
/// one within the other.
struct LiteralReader {
    let bytes: [UInt8]

    /// A longer value is no secret.
    private static let longestValue = 4096
    /// How many bytes of white space or of an expression are passed over at the most.
    private static let longestGap = 80
    private static let references = [
        "&quot;", "&#34;", "&#x22;", "&#39;", "&#x27;", "&apos;", "&#039;", "%22", "%27",
    ].map { Array($0.utf8) }
    private static let escapes = ["u0022", "u0027", "x22", "x27"].map { Array($0.utf8) }
    private static let wrappers = ["atob(", "window.atob(", "string("].map { Array($0.utf8) }
    /// Attributes and members that hold the value of what another one names.
    private static let holders = ["content", "value", "data-value", "default"].map { Array($0.utf8) }

    /// A literal.
    struct Literal {
        /// Where its contents stand, without quotes.
        let range: Range<Int>
        let isQuoted: Bool
    }

    /// The literal under a name that ends at an index; nil where something else stands there, or nothing.
    func literal(behindNameAt end: Int) -> Literal? {
        var index = end
        let closing = quote(at: index)
        index += closing?.count ?? 0
        if closing != nil, byte(at: index) == UInt8(ascii: "]") { index += 1 }
        let next = afterSpaces(index)
        if closing != nil, next > index, let literal = heldValue(at: next) { return literal }
        guard let separator = separator(at: next, follows: closing != nil) else { return nil }
        let start = afterSpaces(next + separator.count)
        if let literal = quoted(at: start) ?? fallback(at: start) {
            guard separator.first == UInt8(ascii: ",") else { return literal }
            return memberBeside(literal)
        }
        let isTight = next == index && start == next + separator.count
        return unquoted(at: start, separator: separator, isTight: isTight)
    }

    /// The run of letters that tokens are made of (RFC 9110, section 11.2) from an index on.
    func tokenRun(at start: Int) -> Range<Int> {
        let run = bytes[start...].prefix(Self.longestValue).prefix { isTokenByte($0) }
        return run.startIndex..<run.endIndex
    }

    /// Behind white space, written as it is, as escapes or percent-encoded.
    func afterSpaces(_ start: Int) -> Int {
        var index = start
        let limit = min(bytes.count, start + Self.longestGap)
        while index < limit {
            if ASCII.isWhitespace(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "\\"), let next = byte(at: index + 1), "nrt".utf8.contains(next) {
                index += 2
            } else if stands("%20", at: index) {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// The quote at an index as it is written: plain, with backslashes, as an escape or a reference.
    func quote(at index: Int) -> ArraySlice<UInt8>? {
        guard let first = byte(at: index) else { return nil }
        if "\"'`".utf8.contains(first) { return bytes[index...index] }
        if first == UInt8(ascii: "&") || first == UInt8(ascii: "%") {
            return Self.references.first { stands($0, at: index) }.map { bytes[index..<(index + $0.count)] }
        }
        guard first == UInt8(ascii: "\\") else { return nil }
        var end = index
        while end < index + 15, byte(at: end) == UInt8(ascii: "\\") { end += 1 }
        if let last = byte(at: end), "\"'`".utf8.contains(last) { return bytes[index...end] }
        return Self.escapes.first { stands($0, at: end) }.map { bytes[index..<(end + $0.count)] }
    }
}

// MARK: - Values

extension LiteralReader {
    /// What stands between two quotes that are written alike; nil where there is white space in it.
    private func quoted(at index: Int) -> Literal? {
        guard let quote = quote(at: index) else { return nil }
        let start = quote.endIndex
        var end = start
        let limit = min(bytes.count, start + Self.longestValue)
        while end < limit, bytes[end] > 0x20 {
            if bytes[end] == quote[quote.startIndex], bytes[end...].starts(with: quote) {
                return Literal(range: start..<end, isQuoted: true)
            }
            end += 1
        }
        return nil
    }

    /// A literal within a call that decodes it, or behind `||` and `??`.
    private func fallback(at start: Int) -> Literal? {
        if let wrapper = Self.wrappers.first(where: { stands($0, at: start) }) {
            return quoted(at: start + wrapper.count)
        }
        let expression = bytes[min(start, bytes.count)...].prefix(Self.longestGap).prefix {
            isIdentifierByte($0) || $0 == 0x2E
        }
        guard !expression.isEmpty else { return nil }
        let operation = afterSpaces(expression.endIndex)
        guard stands("||", at: operation) || stands("??", at: operation) else { return nil }
        return quoted(at: afterSpaces(operation + 2))
    }

    /// `"clientSecret", "…"`, and `"key": "clientSecret", "value": "…"`.
    private func memberBeside(_ literal: Literal) -> Literal? {
        guard Self.holders.contains(where: { bytes[literal.range].elementsEqual($0) }) else { return literal }
        guard let closing = quote(at: literal.range.upperBound) else { return nil }
        let separator = afterSpaces(closing.endIndex)
        guard byte(at: separator) == UInt8(ascii: ":") else { return nil }
        return quoted(at: afterSpaces(separator + 1))
    }

    /// The value of an attribute such as `content` at an index.
    func heldValue(at index: Int) -> Literal? {
        guard let holder = Self.holders.first(where: { stands($0, at: index) }) else { return nil }
        let equals = afterSpaces(index + holder.count)
        guard byte(at: equals) == UInt8(ascii: "=") else { return nil }
        let start = afterSpaces(equals + 1)
        return quoted(at: start) ?? run(at: start)
    }

    /// The value of an attribute such as `content` that stands before a name, in the same tag.
    func valueInTag(before name: Int) -> Literal? {
        let before = bytes[..<name].suffix(512)
        guard let tag = before.lastIndex(of: UInt8(ascii: "<")), !before[tag...].contains(UInt8(ascii: ">")) else {
            return nil
        }
        for index in tag..<name where ASCII.isWhitespace(bytes[index]) {
            if let literal = heldValue(at: index + 1), literal.range.upperBound <= name { return literal }
        }
        return nil
    }

    /// A value without quotes: in a URL or an environment behind `=`, in a header or YAML behind `:` up to the end of
    /// the line.
    private func unquoted(at start: Int, separator: ArraySlice<UInt8>, isTight: Bool) -> Literal? {
        let isAssigned = separator.elementsEqual("=".utf8) || separator.count == 3
        guard isAssigned ? isTight : separator.elementsEqual(":".utf8) else { return nil }
        guard let literal = run(at: start) else { return nil }
        let next = byte(at: literal.range.upperBound)
        if isAssigned { return next.map { "([.".utf8.contains($0) } == true ? nil : literal }
        return next.map { ASCII.isWhitespace($0) || "<\"'\\`&".utf8.contains($0) } == false ? nil : literal
    }

    private func run(at start: Int) -> Literal? {
        let run = bytes[min(start, bytes.count)...].prefix(512).prefix { isTokenByte($0) || "!@$*%^".utf8.contains($0) }
        // An `=` within it begins the next value.
        let end = run.firstIndex(of: UInt8(ascii: "=")).map { equals in
            run[equals...].allSatisfy { $0 == UInt8(ascii: "=") } ? run.endIndex : equals
        }
        return run.isEmpty ? nil : Literal(range: run.startIndex..<(end ?? run.endIndex), isQuoted: false)
    }

    /// What stands between name and value; a comma only behind a name in quotes.
    private func separator(at index: Int, follows quote: Bool) -> ArraySlice<UInt8>? {
        guard let first = byte(at: index) else { return nil }
        switch first {
        case UInt8(ascii: ":"):
            // TypeScript: `clientSecret: string = "…"`.
            let type = afterSpaces(index + 1)
            let equals = afterSpaces(type + 6)
            if stands("string", at: type), byte(at: equals) == UInt8(ascii: "=") { return bytes[index...equals] }
            return byte(at: index + 1) == UInt8(ascii: "=") ? bytes[index...(index + 1)] : bytes[index...index]
        case UInt8(ascii: "="):
            let signs = bytes[index...].prefix(3).prefix { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }
            return signs
        case UInt8(ascii: "%"):
            return stands("%3d", at: index) || stands("%3a", at: index) ? bytes[index..<(index + 3)] : nil
        case UInt8(ascii: ","):
            return quote ? bytes[index...index] : nil
        default: return nil
        }
    }
}

// MARK: - Looking at bytes

extension LiteralReader {
    func byte(at index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

    /// Whether an ASCII text in lower case stands at an index, in any case.
    func stands(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { text in
            guard index >= 0, index + text.count <= bytes.count else { return false }
            return text.indices.allSatisfy { ASCII.lowercase(bytes[index + $0]) == text[$0] }
        }
    }

    /// Where an ASCII text in lower case stands first.
    func first(_ text: StaticString) -> Int? { bytes.indices.first { stands(text, at: $0) } }

    private func stands(_ text: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + text.count <= bytes.count else { return false }
        return text.indices.allSatisfy { ASCII.lowercase(bytes[index + $0]) == text[$0] }
    }

    func isIdentifierByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "_$-".utf8.contains(byte)
    }

    private func isTokenByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._~+/=".utf8.contains(byte)
    }
}
