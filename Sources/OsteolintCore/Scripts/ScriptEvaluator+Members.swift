extension ScriptEvaluator {
    /// What a call, a member or an index behind an operand makes of it, and the token behind; nil when none follows.
    mutating func postfix(
        of value: Value, from start: Int, at index: Int, before limit: Int
    ) -> (Value, Int)? {
        if tokens.isPoint(index) {
            guard index + 1 < limit else { return nil }
            if tokens.says(index + 1, "(") || tokens.says(index + 1, "[") {
                return (.unknown, min(limit, tokens.closing(index + 1) + 1))
            }
            guard tokens.says(index + 2, "("), index + 2 < limit else {
                return (member(index + 1, of: value), index + 2)
            }
            let close = tokens.closing(index + 2)
            guard close < limit else { return (.unknown, limit) }
            return (call(index + 1, of: value, arguments(in: index + 2)), close + 1)
        }
        if tokens.says(index, "("), !tokens[index].followsLineEnd || tokens.isKind(index - 1, .identifier) {
            return (.unknown, min(limit, tokens.closing(index) + 1))
        }
        if tokens.says(index, "["), !tokens[index].followsLineEnd {
            let close = tokens.closing(index)
            guard close < limit, close == index + 2, tokens.isKind(index + 1, .string) else {
                return (.unknown, min(limit, close + 1))
            }
            return (element(index + 1, of: value), close + 1)
        }
        let isAssertion = tokens.says(index, "!") && (index + 1 == limit || !beginsOperand(index + 1))
        if isAssertion { return (value, index + 1) }
        guard tokens.isKind(index, .template) || tokens.isKind(index, .templateHead), !tokens[index].followsLineEnd
        else {
            return nil
        }
        var part = index
        while tokens[part].kind != .templateTail, tokens[part].partner > part { part = tokens[part].partner }
        return (.unknown, part + 1)
    }

    private func beginsOperand(_ index: Int) -> Bool {
        !tokens.isKind(index, .punctuator) || tokens.says(index, "(") || tokens.says(index, "[")
    }

    /// Of longer arguments and objects only the beginning is read, in tokens.
    private static let longestArguments = 1 << 14

    /// The expressions between the commas in a bracket.
    func arguments(in open: Int, most: Int = 64) -> [Range<Int>] {
        let close = tokens.closing(open)
        var found: [Range<Int>] = []
        var start = open + 1
        while start < close, found.count < most, start - open < Self.longestArguments {
            var end = endOfArgument(start, before: close)
            // What ends an expression elsewhere does not end an argument.
            while end < close, !tokens.says(end, ","), end - start < 4096 {
                end = endOfArgument(end + 1, before: close)
            }
            found.append(start..<end)
            start = end + 1
        }
        return found
    }

    private mutating func call(_ name: Int, of value: Value, _ arguments: [Range<Int>]) -> Value {
        if tokens.says(name, "join"), case .array(let open) = value { return joined(open, by: arguments.first) }
        if tokens.says(name, "freeze"), arguments.count == 1 {
            return tokens.says(arguments[0].lowerBound, "{") ? .object(arguments[0].lowerBound) : .unknown
        }
        guard case .text(var text) = value else { return .unknown }
        if tokens.says(name, "concat") {
            for argument in arguments { append(.text(whole(argument)), of: argument, to: &text) }
            return .text(text)
        }
        if tokens.says(name, "toString") || tokens.says(name, "trim") || tokens.says(name, "valueOf") {
            return arguments.isEmpty ? value : .unknown
        }
        if tokens.says(name, "replace") || tokens.says(name, "replaceAll"), arguments.count == 2 {
            return replaced(text, arguments[0], by: arguments[1])
        }
        return .unknown
    }

    private mutating func joined(_ open: Int, by separator: Range<Int>?) -> Value {
        var text = ScriptText(at: tokens[open].start)
        let between = separator.map { whole($0) }
        for (order, element) in arguments(in: open).enumerated() {
            if order > 0 {
                let comma = tokens[element.lowerBound - 1].range
                if let between, between.isKnown {
                    text.append(between.bytes, at: comma, isVerbatim: false)
                } else {
                    text.append([UInt8(ascii: ",")], at: comma, isVerbatim: false)
                }
            }
            append(.text(whole(element)), of: element, to: &text)
        }
        return .text(text)
    }

    /// The first place of a literal in a text, replaced.
    private mutating func replaced(_ text: ScriptText, _ wanted: Range<Int>, by replacement: Range<Int>) -> Value {
        guard wanted.count == 1, tokens[wanted.lowerBound].kind == .string else { return .unknown }
        let word = literal(wanted.lowerBound).bytes
        guard !word.isEmpty, word.count <= text.bytes.count,
            let start = (0...(text.bytes.count - word.count)).first(where: { text.bytes[$0...].starts(with: word) })
        else { return .text(text) }
        guard !text.isUnknown(in: start..<(start + word.count)) else { return .unknown }
        var result = text.part(0..<start)
        result.append(whole(replacement))
        result.append(text.part((start + word.count)..<text.bytes.count))
        return .text(result)
    }

    private mutating func member(_ name: Int, of value: Value) -> Value {
        switch value {
        case .object(let open): return self.value(ofMember: tokens.bytes(name), in: open)
        case .text(let text): return tokens.says(name, "href") ? .text(text) : .unknown
        case .array, .unknown: return .unknown
        }
    }

    private mutating func element(_ key: Int, of value: Value) -> Value {
        guard case .object(let open) = value else { return .unknown }
        return self.value(ofMember: literal(key).bytes[...], in: open)
    }

    private mutating func value(ofMember name: ArraySlice<UInt8>, in open: Int) -> Value {
        guard let member = members(of: open).last(where: { $0.name.elementsEqual(name) }) else { return .unknown }
        used.insert(member.key)
        guard !member.isShorthand else { return value(ofName: member.key) }
        if tokens.says(member.value.lowerBound, "{") { return .object(member.value.lowerBound) }
        let text = whole(member.value)
        return text.isUnknown ? .unknown : .text(text)
    }

    /// A member of an object between braces.
    struct Member {
        /// The name; empty where an expression gives it.
        let name: [UInt8]
        /// The token of the name, or the first of what stands in its place.
        let key: Int
        /// The tokens of the value.
        let value: Range<Int>
        /// Whether the name alone is written, so that its value is that of the name.
        let isShorthand: Bool
        /// Whether what it adds is not known: another object's members, a computed name.
        let isOpen: Bool
    }

    /// The members of an object; of a very large one the first.
    func members(of open: Int) -> [Member] {
        arguments(in: open, most: 512).map { range in
            let key = range.lowerBound
            let isName = tokens[key].kind == .identifier || tokens[key].kind == .string
            if isName, tokens.says(key + 1, ":"), key + 2 < range.upperBound {
                return Member(
                    name: tokens[key].kind == .string ? literal(key).bytes : Array(tokens.bytes(key)), key: key,
                    value: (key + 2)..<range.upperBound, isShorthand: false, isOpen: false)
            }
            if range.count == 1, tokens[key].kind == .identifier {
                return Member(
                    name: Array(tokens.bytes(key)), key: key, value: range, isShorthand: true, isOpen: false)
            }
            let isComputed = tokens.says(key, "...") || tokens.says(key, "[")
            return Member(name: [], key: key, value: range, isShorthand: false, isOpen: isComputed)
        }
    }
}
