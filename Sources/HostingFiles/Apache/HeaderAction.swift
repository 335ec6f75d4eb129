import OsteolintCore

/// Reads what a `Header` directive does, from the words behind the field's name.
struct HeaderAction {
    private let text: HostingText
    private let name: FieldName
    private let source: Int
    private let doubt: String?

    /// Prepares to read a directive.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - name: the field that is spoken of.
    ///   - source: where the name stands, in bytes.
    ///   - doubt: why it cannot be known whether the directive counts; nil where it can.
    init(_ text: HostingText, _ name: FieldName, at source: Int, doubt: String?) {
        self.text = text
        self.name = name
        self.source = source
        self.doubt = doubt
    }

    /// Reads the words behind the name.
    ///
    /// - Parameters:
    ///   - action: the word for it in lower case.
    ///   - value: the value, where the action takes one.
    ///   - rest: the words behind.
    /// - Returns: what is done; nil for what does nothing to pages.
    func read(_ action: String, _ value: ValueText?, _ rest: [ValueText]) -> ApacheDirective.Action? {
        guard !rest.contains(where: { $0.string.lowercased() == "early" }) else { return nil }
        if let condition = doubt ?? Self.condition(rest.filter { !ContentTypeTest.holdsForPages($0.bytes) }) {
            return .step(doubted("whether it is sent depends on \(condition)"))
        }
        switch action {
        case "unset": return .step(.remove(name))
        case "edit", "edit*":
            guard case .doubt(let remark) = doubted("`Header \(action)` changes it") else { return nil }
            return .edit(name, remark)
        case "set", "add", "append", "merge", "setifempty": return value.flatMap { written(action, $0) }
        default: return nil
        }
    }

    private func written(_ action: String, _ value: ValueText) -> ApacheDirective.Action? {
        guard let value = Self.unformatted(value) else {
            return .step(doubted("its value holds what Apache fills in, `\(HostingText.shown(value))`"))
        }
        guard let field = text.field(name, value) else { return action == "set" ? .step(.remove(name)) : nil }
        switch action {
        case "set": return .step(.set(field))
        case "setifempty": return .setIfEmpty(field)
        default: return .step(.add(field))
        }
    }

    private func doubted(_ reason: String) -> FieldStep { text.doubt(name, at: source, reason) }

    /// The condition that a directive ends with.
    private static func condition(_ rest: [ValueText]) -> String? {
        rest.first { word in
            let text = word.string.lowercased()
            return text.hasPrefix("env=") || text.hasPrefix("expr=")
        }
        .map { "`\(HostingText.shown($0))`" }
    }

    /// The value with `%%` as one sign; nil where Apache fills anything in: `%{…}e`, `%t`, `${…}`, `expr=…`.
    private static func unformatted(_ value: ValueText) -> ValueText? {
        guard !value.bytes.starts(with: "expr=".utf8) else { return nil }
        var plain = ValueText()
        var index = 0
        while index < value.bytes.count {
            let byte = value.bytes[index]
            let next = index + 1 < value.bytes.count ? value.bytes[index + 1] : nil
            if byte == UInt8(ascii: "$"), next == UInt8(ascii: "{") { return nil }
            guard byte == UInt8(ascii: "%") else {
                plain.append(byte, value.sources[index])
                index += 1
                continue
            }
            guard next == byte else { return nil }
            plain.append(byte, value.sources[index].lowerBound..<value.sources[index + 1].upperBound)
            index += 2
        }
        return plain
    }
}
