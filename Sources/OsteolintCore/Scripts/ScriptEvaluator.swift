import WebURL

/// Reads string expressions as far as that is possible without running the script.
///
/// It knows literals, templates, `+`, `concat`, `join`, `replace`, names and members with one value, `URL` and
/// `URLSearchParams`. Everything else is an expression that is not known. It reads no more tokens than its fuel allows.
struct ScriptEvaluator {
    /// What an operand comes to.
    enum Value {
        /// A string, or what is turned into one.
        case text(ScriptText)
        /// An object between braces; the index of the first.
        case object(Int)
        /// An array between brackets; the index of the first.
        case array(Int)
        /// Nothing that can be known.
        case unknown
    }

    /// How deep expressions may stand in each other.
    static let deepest = 40

    let tokens: ScriptTokens
    let bindings: ScriptBindings
    /// The names whose values were used, by the tokens where these are written.
    var used: Set<Int> = []
    /// How many tokens may still be read.
    private(set) var fuel: Int
    /// How deep the expression stands that is read.
    var depth = 0

    init(_ tokens: ScriptTokens, _ bindings: ScriptBindings) {
        self.tokens = tokens
        self.bindings = bindings
        fuel = 16 * tokens.count + (1 << 20)
    }

    /// Takes fuel for some tokens; false when there is none left.
    mutating func takeFuel(_ amount: Int = 1) -> Bool {
        fuel -= amount
        return fuel > 0
    }

    /// Reads operands joined by `+`.
    ///
    /// - Parameters:
    ///   - start: the first token.
    ///   - limit: the token behind which nothing is looked at.
    /// - Returns: the text, and the token behind the last operand.
    mutating func sum(at start: Int, before limit: Int) -> (text: ScriptText, end: Int) {
        let (value, end) = operand(at: start, before: limit)
        return sum(of: value, start..<end, before: limit)
    }

    /// The same where the first operand is known already.
    private mutating func sum(of first: Value, _ range: Range<Int>, before limit: Int) -> (text: ScriptText, end: Int) {
        var text = ScriptText(at: tokens.source(range.lowerBound..<(range.lowerBound + 1)).lowerBound)
        append(first, of: range, to: &text)
        var index = range.upperBound
        while index + 1 < limit, tokens.says(index, "+"), takeFuel() {
            let (value, end) = operand(at: index + 1, before: limit)
            append(value, of: (index + 1)..<end, to: &text)
            index = end
        }
        return (text, index)
    }

    /// Reads all of an expression; where something in it is not known for what it is, nothing of it is.
    mutating func whole(_ range: Range<Int>) -> ScriptText {
        let unknown = ScriptText(unknown: range, at: tokens.source(range))
        guard !range.isEmpty, depth < Self.deepest, takeFuel() else { return unknown }
        depth += 1
        defer { depth -= 1 }
        let (text, end) = sum(at: range.lowerBound, before: range.upperBound)
        guard end == range.upperBound || tokens.says(end, "as") || tokens.says(end, "satisfies") else { return unknown }
        return text
    }

    /// Appends an operand; where a query is expected, an object in an unknown call gives its members.
    mutating func append(_ value: Value, of range: Range<Int>, to text: inout ScriptText) {
        if case .text(let known) = value, !known.isUnknown { return text.append(known) }
        if let last = text.bytes.last, last == UInt8(ascii: "?") || last == UInt8(ascii: "&"),
            let object = queryObject(in: range)
        {
            return text.append(query(ofObject: object))
        }
        switch value {
        case .text(let known): text.append(known)
        case .object, .array, .unknown: text.appendUnknown(range, at: tokens.source(range))
        }
    }
}

// MARK: - Operands

extension ScriptEvaluator {
    private mutating func operand(at start: Int, before limit: Int) -> (Value, Int) {
        guard start < limit, depth < Self.deepest, takeFuel() else { return (.unknown, min(limit, start + 1)) }
        depth += 1
        defer { depth -= 1 }
        var (value, end) = primary(at: start, before: limit)
        while end < limit, let next = postfix(of: value, from: start, at: end, before: limit) {
            guard takeFuel() else { return (.unknown, next.1) }
            (value, end) = next
        }
        return (value, end)
    }

    private mutating func primary(at index: Int, before limit: Int) -> (Value, Int) {
        let token = tokens[index]
        switch token.kind {
        case .string, .template: return (.text(literal(index)), index + 1)
        case .templateHead: return template(index)
        case .number: return (.text(verbatim(index)), index + 1)
        case .identifier: return word(at: index, before: limit)
        case .punctuator: return bracketed(at: index, before: limit)
        case .regularExpression, .templateMiddle, .templateTail: return (.unknown, index + 1)
        }
    }

    /// What a string or a part of a template says.
    func literal(_ index: Int) -> ScriptText {
        let token = tokens[index]
        let text = tokens.text
        let isTemplate = token.kind != .string
        var end = token.end
        if token.kind == .templateHead || token.kind == .templateMiddle {
            end -= 2
        } else if isTemplate || end - token.start > 1 && text[end - 1] == text[token.start] {
            end -= 1
        }
        return ScriptText(literal: text, (token.start + 1)..<max(token.start + 1, end), isTemplate: isTemplate)
    }

    private func verbatim(_ index: Int) -> ScriptText {
        var text = ScriptText(at: tokens[index].start)
        text.append(tokens.bytes(index), at: tokens[index].range, isVerbatim: false)
        return text
    }

    private mutating func template(_ head: Int) -> (Value, Int) {
        var text = literal(head)
        var part = head
        while tokens[part].kind != .templateTail {
            let next = tokens[part].partner
            guard next > part, takeFuel() else { return (.unknown, part + 1) }
            let inside = whole((part + 1)..<next)
            append(.text(inside), of: (part + 1)..<next, to: &text)
            text.append(literal(next))
            part = next
        }
        return (.text(text), part + 1)
    }

    private mutating func bracketed(at index: Int, before limit: Int) -> (Value, Int) {
        if tokens.says(index, "(") {
            let close = tokens.closing(index)
            guard close < limit else { return (.unknown, limit) }
            if tokens.says(close + 1, "=>") { return (.unknown, endOfArgument(index, before: limit)) }
            return (.text(whole((index + 1)..<close)), close + 1)
        }
        if tokens.says(index, "[") || tokens.says(index, "{") {
            let close = tokens.closing(index)
            guard close < limit else { return (.unknown, limit) }
            return (tokens.says(index, "[") ? .array(index) : .object(index), close + 1)
        }
        let isPrefix = ["+", "-", "!", "~", "++", "--"].contains { tokens.bytes(index).elementsEqual($0.utf8) }
        guard isPrefix, index + 1 < limit else { return (.unknown, index + 1) }
        return (.unknown, operand(at: index + 1, before: limit).1)
    }

    private mutating func word(at index: Int, before limit: Int) -> (Value, Int) {
        if tokens.says(index + 1, "=>") || tokens.says(index, "async") || tokens.says(index, "class")
            || tokens.says(index, "function")
        {
            return (.unknown, endOfArgument(index, before: limit))
        }
        if tokens.says(index, "new") { return construction(at: index, before: limit) }
        if tokens.says(index, "void") {
            let (_, end) = operand(at: index + 1, before: limit)
            var text = ScriptText(at: tokens[index].start)
            text.append("undefined".utf8, at: tokens.source(index..<end), isVerbatim: false)
            return (.text(text), end)
        }
        if ScriptWords.precedesExpression(tokens.bytes(index)) {
            return (.unknown, operand(at: index + 1, before: limit).1)
        }
        if ["undefined", "null", "true", "false", "NaN"].contains(where: { tokens.bytes(index).elementsEqual($0.utf8) })
        {
            return (.text(verbatim(index)), index + 1)
        }
        if tokens.says(index + 1, "("), tokens.closing(index + 1) < limit, let value = conversion(at: index) {
            return (value, tokens.closing(index + 1) + 1)
        }
        return (value(ofName: index), index + 1)
    }

    /// What functions give that turn one text into another.
    private mutating func conversion(at index: Int) -> Value? {
        let inside = (index + 2)..<tokens.closing(index + 1)
        if tokens.says(index, "String") || tokens.says(index, "encodeURI") { return .text(whole(inside)) }
        guard tokens.says(index, "encodeURIComponent") else { return nil }
        let text = whole(inside)
        return .text(text.isUnknown ? text : text.encoded)
    }

    /// The value of a name, where it has one.
    mutating func value(ofName index: Int) -> Value {
        guard let binding = bindings.binding(of: index), takeFuel(), depth < Self.deepest else { return .unknown }
        depth += 1
        defer { depth -= 1 }
        let end = endOfArgument(binding.value, before: tokens.count)
        guard end > binding.value, !(binding.value..<end).contains(index) else { return .unknown }
        var (value, stop) = operand(at: binding.value, before: end)
        if stop < end {
            let all = sum(of: value, binding.value..<stop, before: end)
            guard all.end == end || tokens.says(all.end, "as") || tokens.says(all.end, "satisfies") else {
                return .unknown
            }
            (value, stop) = (.text(all.text), end)
        }
        guard case .text(var text) = value else { return value }
        for appended in binding.appended.prefix(32) {
            text.append(whole(appended..<endOfArgument(appended, before: tokens.count)))
        }
        text = changed(text, of: binding)
        // What is not known at all is better named where it is used.
        guard takeFuel(text.bytes.count / 8), !text.isUnknown else { return .unknown }
        used.insert(binding.name)
        return .text(text)
    }

    /// The first token behind an expression: a separator, the bracket that closes around it, or a new line that
    /// begins another statement.
    func endOfArgument(_ start: Int, before limit: Int) -> Int {
        var index = start
        var steps = 0
        while index < limit, steps < 4096 {
            steps += 1
            if tokens.says(index, ",") || tokens.says(index, ";") { return index }
            if tokens[index].kind == .punctuator, let byte = tokens.bytes(index).first, ")]}".utf8.contains(byte) {
                return index
            }
            if tokens[index].kind == .templateMiddle || tokens[index].kind == .templateTail { return index }
            if index > start, tokens[index].followsLineEnd, isOperandEnd(index - 1), beginsStatement(index) {
                return index
            }
            let partner = tokens[index].partner
            if tokens[index].kind == .templateHead {
                index = endOfTemplate(index)
            } else {
                index = partner > index ? partner + 1 : index + 1
            }
        }
        return min(index, limit)
    }

    /// The token behind the template of a head.
    private func endOfTemplate(_ head: Int) -> Int {
        var part = head
        while tokens[part].partner > part { part = tokens[part].partner }
        return part + 1
    }

    /// Whether a token may end an operand.
    func isOperandEnd(_ index: Int) -> Bool {
        guard index >= 0 else { return false }
        switch tokens[index].kind {
        case .identifier: return !ScriptWords.precedesExpression(tokens.bytes(index)) || tokens.isPoint(index - 1)
        case .number, .string, .template, .templateTail, .regularExpression: return true
        case .templateHead, .templateMiddle: return false
        case .punctuator: return tokens.says(index, ")") || tokens.says(index, "]") || tokens.says(index, "}")
        }
    }

    private func beginsStatement(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .punctuator: return tokens.says(index, "{") || tokens.says(index, "@")
        case .templateMiddle, .templateTail: return false
        default: return !tokens.says(index, "in") && !tokens.says(index, "instanceof")
        }
    }
}
