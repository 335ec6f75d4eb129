import WebURL

extension ScriptEvaluator {
    /// `new URL(…)` and `new URLSearchParams(…)` as text.
    mutating func construction(at index: Int, before limit: Int) -> (Value, Int) {
        guard tokens.says(index + 2, "("), index + 2 < limit, tokens.closing(index + 2) < limit else {
            return (.unknown, min(limit, index + 2))
        }
        let end = tokens.closing(index + 2) + 1
        let arguments = arguments(in: index + 2)
        if tokens.says(index + 1, "URL") { return (url(arguments), end) }
        guard tokens.says(index + 1, "URLSearchParams") else { return (.unknown, end) }
        guard let argument = arguments.first else { return (.text(ScriptText(at: tokens[end - 1].start)), end) }
        return (query(argument), end)
    }

    /// A URL; one that is relative is joined to its base where it begins with a slash.
    private mutating func url(_ arguments: [Range<Int>]) -> Value {
        guard let first = arguments.first else { return .unknown }
        let text = whole(first)
        guard arguments.count > 1, !text.string.contains("://") else { return .text(text) }
        let base = whole(arguments[1])
        guard text.bytes.first == UInt8(ascii: "/") else {
            // Two slashes stand behind the scheme.
            guard base.bytes.count(where: { $0 == UInt8(ascii: "/") }) > 2,
                let slash = base.bytes.lastIndex(of: UInt8(ascii: "/"))
            else { return .unknown }
            return .text(base.part(0..<(slash + 1)).followed(by: text))
        }
        guard let scheme = base.string.firstRange(of: "://") else {
            return base.isUnknown ? .text(base.followed(by: text)) : .text(text)
        }
        let rest = base.string[scheme.upperBound...]
        let host = rest.prefix { !"/?#".contains($0) }
        let length = base.string[..<scheme.upperBound].utf8.count + host.utf8.count
        return .text(base.part(0..<length).followed(by: text))
    }

    /// What `URLSearchParams` makes of an object, of pairs, or of a text.
    private mutating func query(_ argument: Range<Int>) -> Value {
        if tokens.says(argument.lowerBound, "{"), tokens.closing(argument.lowerBound) == argument.upperBound - 1 {
            return .text(query(ofObject: argument.lowerBound))
        }
        if tokens.says(argument.lowerBound, "["), tokens.closing(argument.lowerBound) == argument.upperBound - 1 {
            return .text(query(ofPairs: argument.lowerBound))
        }
        if argument.count == 1, tokens[argument.lowerBound].kind == .identifier,
            case .object(let open) = value(ofName: argument.lowerBound)
        {
            return .text(query(ofObject: open))
        }
        let text = whole(argument)
        return .text(text.bytes.first == UInt8(ascii: "?") ? text.part(1..<text.bytes.count) : text)
    }

    /// The members of an object as a query; a later one of the same name counts.
    mutating func query(ofObject open: Int) -> ScriptText {
        var fields: [(name: [UInt8], text: ScriptText)] = []
        for field in self.fields(ofObject: open) {
            if !field.name.isEmpty { fields.removeAll { $0.name == field.name } }
            fields.append(field)
        }
        var text = ScriptText(at: tokens[open].start)
        for field in fields {
            let end = text.sourceEnd
            if !text.bytes.isEmpty { text.append([UInt8(ascii: "&")], at: end..<end, isVerbatim: false) }
            text.append(field.text)
        }
        return text
    }

    /// The members of an object and of those that are spread into it; those that are not known have no name.
    private mutating func fields(ofObject open: Int) -> [(name: [UInt8], text: ScriptText)] {
        guard depth < Self.deepest else { return [] }
        depth += 1
        defer { depth -= 1 }
        var fields: [(name: [UInt8], text: ScriptText)] = []
        for member in members(of: open) where takeFuel() && fields.count < 512 {
            if let spread = spreadObject(member) {
                fields += self.fields(ofObject: spread)
            } else if member.isOpen {
                fields.append(([], ScriptText(unknown: member.value, at: tokens.source(member.value))))
            } else if !member.name.isEmpty {
                var text = ScriptText(at: tokens[member.key].start)
                let place = tokens.isKind(member.key, .string) ? literalRange(member.key) : tokens[member.key].range
                text.append(ScriptText.encoded(member.name), at: place, isVerbatim: false)
                text.append([UInt8(ascii: "=")], at: place.upperBound..<place.upperBound, isVerbatim: false)
                text.append(fieldValue(member.value, isShorthand: member.isShorthand))
                fields.append((member.name, text))
            }
        }
        return fields
    }

    private func literalRange(_ index: Int) -> Range<Int> {
        (tokens[index].start + 1)..<max(tokens[index].start + 1, tokens[index].end - 1)
    }

    /// The object of `...name`.
    private mutating func spreadObject(_ member: Member) -> Int? {
        guard tokens.says(member.key, "..."), member.value.count == 2,
            tokens.isKind(member.key + 1, .identifier), case .object(let open) = value(ofName: member.key + 1)
        else { return nil }
        return open
    }

    private mutating func query(ofPairs open: Int) -> ScriptText {
        var text = ScriptText(at: tokens[open].start)
        for element in arguments(in: open) {
            let pair = tokens.says(element.lowerBound, "[") ? arguments(in: element.lowerBound) : []
            if pair.count == 2 {
                addField(pair[0], pair[1], to: &text)
            } else {
                text.appendUnknown(element, at: tokens.source(element))
            }
            let end = tokens.source(element).upperBound
            text.append([UInt8(ascii: "&")], at: end..<end, isVerbatim: false)
        }
        text.dropLastSeparator()
        return text
    }

    /// A field whose name and value are expressions.
    private mutating func addField(_ name: Range<Int>, _ value: Range<Int>, to text: inout ScriptText) {
        let name = whole(name)
        guard name.isKnown else {
            text.append(name.isUnknown ? name : ScriptText(unknown: value, at: tokens.source(value)))
            return
        }
        text.append(name.encoded)
        let end = name.sourceEnd
        text.append([UInt8(ascii: "=")], at: end..<end, isVerbatim: false)
        text.append(fieldValue(value, isShorthand: false))
    }

    private mutating func fieldValue(_ range: Range<Int>, isShorthand: Bool) -> ScriptText {
        let unknown = ScriptText(unknown: range, at: tokens.source(range))
        guard isShorthand else {
            let text = whole(range)
            return text.isUnknown ? unknown : text.encoded
        }
        guard case .text(let text) = value(ofName: range.lowerBound), !text.isUnknown else { return unknown }
        return text.encoded
    }

    /// An object with one of Osteocom's parameters among its names, in an expression or behind a name in it.
    mutating func queryObject(in range: Range<Int>) -> Int? {
        for index in range.prefix(48) {
            guard takeFuel() else { return nil }
            if tokens.says(index, "{"), hasParameter(index) { return index }
            guard tokens[index].kind == .identifier, !tokens.isPoint(index - 1),
                let binding = bindings.binding(of: index), tokens.says(binding.value, "{"), hasParameter(binding.value)
            else { continue }
            return binding.value
        }
        return nil
    }

    private mutating func hasParameter(_ open: Int) -> Bool {
        guard takeFuel(256) else { return false }
        return members(of: open).contains { ParameterName(rawValue: String(decoding: $0.name, as: UTF8.self)) != nil }
    }
}

// MARK: - What is added later

extension ScriptEvaluator {
    /// How far behind its declaration the changes of a URL are looked for, in tokens.
    private static let farthestChange = 20_000

    /// A URL or its parameters with what is set after it was made.
    mutating func changed(_ text: ScriptText, of binding: ScriptBindings.Binding) -> ScriptText {
        guard tokens.says(binding.value, "new") else { return text }
        let isURL = tokens.says(binding.value + 1, "URL")
        guard isURL || tokens.says(binding.value + 1, "URLSearchParams") else { return text }
        var text = text
        let block = tokens[binding.name].parent
        let end = min(
            block == ScriptToken.none ? tokens.count : tokens.closing(block), binding.value + Self.farthestChange)
        guard takeFuel((end - binding.value) / 2) else { return text }
        var alias = ScriptToken.none
        for index in (binding.value + 2)..<max(binding.value + 2, end) where tokens[index].kind == .identifier {
            let isAlias = alias != ScriptToken.none && tokens.areAlike(index, alias)
            guard isAlias || tokens.areAlike(index, binding.name), !tokens.isPoint(index - 1),
                tokens.isPoint(index + 1), isAlias || bindings.binding(of: index)?.name == binding.name
            else { continue }
            if !isURL || isAlias {
                change(&text, by: index + 1, isURL: isURL)
            } else if tokens.says(index + 2, "searchParams") {
                if tokens.says(index - 1, "="), !tokens.isPoint(index + 3) { alias = index - 2 }
                change(&text, by: index + 3, isURL: true)
            } else if tokens.says(index + 2, "search"), tokens.says(index + 3, "=") {
                replaceSearch(of: &text, by: index + 4)
            }
        }
        return text
    }

    /// Applies `.set(name, value)` or `.append(name, value)`.
    private mutating func change(_ text: inout ScriptText, by point: Int, isURL: Bool) {
        guard tokens.isPoint(point), tokens.says(point + 2, "("),
            tokens.says(point + 1, "set") || tokens.says(point + 1, "append")
        else { return }
        let arguments = arguments(in: point + 2)
        guard arguments.count == 2, takeFuel() else { return }
        if tokens.says(point + 1, "set") { removeField(arguments[0], from: &text) }
        let start = tokens[point].start
        let hasQuery = text.bytes.contains(UInt8(ascii: "?"))
        if !text.bytes.isEmpty || isURL {
            let isSeparated = text.bytes.last.map { "?&".utf8.contains($0) } ?? false
            let separator = isURL && !hasQuery ? UInt8(ascii: "?") : UInt8(ascii: "&")
            if !isSeparated { text.append([separator], at: start..<start, isVerbatim: false) }
        }
        addField(arguments[0], arguments[1], to: &text)
    }

    /// Takes out a field that is set anew.
    private mutating func removeField(_ name: Range<Int>, from text: inout ScriptText) {
        let name = whole(name)
        guard name.isKnown, let question = text.bytes.firstIndex(of: UInt8(ascii: "?")) else { return }
        var start = question + 1
        while start < text.bytes.count {
            let end = text.bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? text.bytes.count
            let field = text.bytes[start..<end]
            if field.prefix(while: { $0 != UInt8(ascii: "=") }).elementsEqual(name.bytes) {
                return text = text.without(start..<min(text.bytes.count, end + 1))
            }
            start = end + 1
        }
    }

    private mutating func replaceSearch(of text: inout ScriptText, by start: Int) {
        let end = endOfArgument(start, before: tokens.count)
        let search = whole(start..<end)
        let question = text.bytes.firstIndex(of: UInt8(ascii: "?")) ?? text.bytes.count
        text = text.part(0..<question)
        if search.bytes.first != UInt8(ascii: "?") {
            let offset = tokens.source(start..<end).lowerBound
            text.append([UInt8(ascii: "?")], at: offset..<offset, isVerbatim: false)
        }
        text.append(search)
    }
}

extension ScriptText {
    /// A text with another behind it.
    func followed(by other: ScriptText) -> ScriptText {
        var text = self
        text.append(other)
        return text
    }

    /// A query without the `&` at its end.
    mutating func dropLastSeparator() {
        guard bytes.last == UInt8(ascii: "&") else { return }
        self = part(0..<(bytes.count - 1))
    }

    /// Bytes as a browser writes them into a query.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        Array(PercentEncoding.encode(String(decoding: bytes, as: UTF8.self), .component).utf8)
    }

    /// The text as `encodeURIComponent` writes it; what is not known stays so.
    var encoded: ScriptText {
        var text = ScriptText(at: source(of: 0))
        var offset = 0
        var rest = unknowns[...]
        while offset < bytes.count {
            if let unknown = rest.first, unknown.range.lowerBound == offset {
                text.appendUnknown(unknown.tokens, at: unknown.source)
                offset = unknown.range.upperBound
                rest = rest.dropFirst()
                continue
            }
            var end = offset + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let piece = Array(bytes[offset..<end])
            let encoded = Self.encoded(piece)
            let start = source(of: offset)
            text.append(encoded, at: start..<(start + piece.count), isVerbatim: encoded == piece)
            offset = end
        }
        return text
    }
}
