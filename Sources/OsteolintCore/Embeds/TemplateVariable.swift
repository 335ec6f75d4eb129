/// Recognises what a template engine marks with a single sign, so that only the name tells it from a value of its own:
/// `%USER_ID%`, `{name}`, `[name]`, `$user.id`, `@Model.Id`.
struct TemplateVariable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The language of the first variable found, or nil.
    var language: TemplateLanguage? {
        if hasDoublePercentName { return .doublePercentName }
        if isPercentName || hasPercentName { return .percentName }
        if hasRazorPath { return .razor }
        if hasName(between: "{", "}", standsAlone: false) { return .bracedName }
        if hasName(between: "[", "]", standsAlone: true) { return .bracketedName }
        return hasDollarName ? .dollarName : nil
    }
}

// MARK: - Percent signs

extension TemplateVariable {
    /// `%NAME%` as the whole value. `%C3%` is half of a percent-encoded letter.
    private var isPercentName: Bool {
        guard bytes.count > 2, bytes.first == UInt8(ascii: "%"), bytes.last == UInt8(ascii: "%") else { return false }
        let name = bytes[1..<(bytes.count - 1)]
        let isEscape = name.count == 2 && name.allSatisfy(Self.isHexadecimal)
        return !isEscape && Self.isName(name, with: ".-")
    }

    /// `%NAME%` somewhere in the value, where it cannot be read as percent-encoding: `%C3%A9t%C3%A9` can.
    private var hasPercentName: Bool {
        let signs = bytes.indices.filter { bytes[$0] == UInt8(ascii: "%") }
        return zip(signs, signs.dropFirst()).contains { start, end in
            let name = bytes[(start + 1)..<end]
            guard name.count > 2, Self.isName(name, with: "."), !isEscape(at: end) else { return false }
            let isUpperCase = name.allSatisfy { !ASCII.isLetter($0) || ASCII.lowercase($0) != $0 }
            return !isEscape(at: start) || isUpperCase && !name.allSatisfy(Self.isHexadecimal)
        }
    }

    private func isEscape(at index: Int) -> Bool {
        let digits = bytes[(index + 1)...].prefix(2)
        return digits.count == 2 && digits.allSatisfy(Self.isHexadecimal)
    }

    /// `%%NAME%%`, and Salesforce's `%%=Expression()=%%`.
    private var hasDoublePercentName: Bool {
        let pairs = bytes.indices.filter { bytes[$0...].starts(with: "%%".utf8) }
        return zip(pairs, pairs.dropFirst()).contains { start, end in
            guard end > start + 2, let first = bytes[(start + 2)..<end].first else { return false }
            return Self.isNameStart(first) || first == UInt8(ascii: "=")
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || ASCII.lowercase(byte) >= UInt8(ascii: "a") && ASCII.lowercase(byte) <= UInt8(ascii: "f")
    }
}

// MARK: - Brackets

extension TemplateVariable {
    private func hasName(between open: Unicode.Scalar, _ close: Unicode.Scalar, standsAlone: Bool) -> Bool {
        let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: open) }
        return starts.contains { start in
            let inside = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: close) && $0 != UInt8(ascii: open) }
            let end = inside.endIndex
            guard end < bytes.count, bytes[end] == UInt8(ascii: close) else { return false }
            guard !standsAlone || !isWordByte(before: start) && !isWordByte(behind: end) else { return false }
            return Self.isVariable(inside)
        }
    }

    /// `name`, `user.id`, `$user->id`, `user id="7"`; a GUID is none, whatever it begins with.
    private static func isVariable(_ inside: ArraySlice<UInt8>) -> Bool {
        let text = inside.drop { " $@=!#/:&^~".utf8.contains($0) }
        guard let first = text.first, isNameStart(first), !isGUID(text) else { return false }
        return text.allSatisfy { isNameByte($0) || " .-:>|/$@()[]'\",=".utf8.contains($0) }
    }

    private static func isGUID(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.filter { $0 != UInt8(ascii: "-") }
        return digits.count == 32 && digits.allSatisfy(isHexadecimal)
    }
}

// MARK: - Signs in front

extension TemplateVariable {
    private static let razorRoots: Set = [
        "model", "viewbag", "viewdata", "tempdata", "viewcontext", "user", "context", "httpcontext", "html", "session",
        "request", "item", "customer", "member", "account", "student",
    ]

    /// `@Model.Id`, also in the middle, but not the domain of an e-mail address.
    private var hasRazorPath: Bool {
        bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "@"), !isWordByte(before: index) else { return false }
            let root = bytes[(index + 1)...].prefix(while: Self.isNameByte)
            guard Self.razorRoots.contains(String(decoding: root, as: UTF8.self).lowercased()) else { return false }
            return root.endIndex == bytes.count ? index == 0 : ".[?!".utf8.contains(bytes[root.endIndex])
        }
    }

    /// `$user.id`, `$user->id`, and `$userId` at the end; the parts of a password hash (`$2y$10$…`) are none.
    private var hasDollarName: Bool {
        bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "$"), !isWordByte(before: index) else { return false }
            let name = bytes[(index + 1)...].drop { $0 == UInt8(ascii: "!") }.prefix(while: Self.isNameByte)
            guard let first = name.first, Self.isNameStart(first) else { return false }
            let rest = bytes[name.endIndex...]
            guard !rest.isEmpty, !rest.elementsEqual("$".utf8) else {
                return name.count > 1 && !name.contains(where: ASCII.isDigit)
            }
            let path = rest.drop { ".->:?[\"'".utf8.contains($0) }
            return path.count < rest.count && path.first.map(Self.isNameByte) == true
        }
    }
}

// MARK: - Names

extension TemplateVariable {
    private func isWordByte(before index: Int) -> Bool {
        index > 0 && Self.isNameByte(bytes[index - 1]) && bytes[index - 1] != UInt8(ascii: "_")
    }

    private func isWordByte(behind index: Int) -> Bool {
        index + 1 < bytes.count && Self.isNameByte(bytes[index + 1]) && bytes[index + 1] != UInt8(ascii: "_")
    }

    private static func isName(_ name: ArraySlice<UInt8>, with others: String) -> Bool {
        guard let first = name.first, isNameStart(first) else { return false }
        return name.allSatisfy { isNameByte($0) || others.utf8.contains($0) }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte == UInt8(ascii: "_") }

    private static func isNameByte(_ byte: UInt8) -> Bool { isNameStart(byte) || ASCII.isDigit(byte) }
}
