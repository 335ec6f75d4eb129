/// Finds clocks, random numbers and sessions in the expression that gives a user's id.
///
/// Names and functions of the same script are followed. A value that is kept in the browser's storage or in a cookie
/// and read again is left alone, and so is what a call of a function of unknown meaning is given.
struct VolatileSourceFinder {
    /// What was found.
    struct Found {
        let source: VolatileUse.Source
        let name: String
        /// Its tokens.
        let tokens: Range<Int>
    }

    private static let deepest = 5
    /// Of longer expressions only the beginning is looked at, in tokens.
    private static let longest = 512
    /// How many names are followed from one expression.
    private static let mostNames = 16

    private let tokens: ScriptTokens
    private let bindings: ScriptBindings
    private let evaluator: ScriptEvaluator

    init(_ evaluator: ScriptEvaluator) {
        self.evaluator = evaluator
        tokens = evaluator.tokens
        bindings = evaluator.bindings
    }

    /// The first source in an expression; nil where there is none or the value is kept.
    func find(in range: Range<Int>) -> Found? {
        var seen: Set<Int> = []
        var isKept = false
        let found = find(in: range, &seen, &isKept, depth: 0)
        return isKept ? nil : found
    }

    private func find(in range: Range<Int>, _ seen: inout Set<Int>, _ isKept: inout Bool, depth: Int) -> Found? {
        guard depth < Self.deepest else { return nil }
        var first: Found?
        var index = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + Self.longest)
        while index < end {
            let token = tokens[index]
            if token.kind == .identifier {
                if keepsValues(index) {
                    isKept = true
                    return nil
                }
                let found = source(at: index) ?? followed(index, &seen, &isKept, depth)
                if isKept { return nil }
                first = first ?? found
            } else if tokens.says(index, "("), isOpaqueCall(index) {
                index = tokens.closing(index)
            } else if tokens.says(index, "{"), !isBody(index) {
                index = tokens.closing(index)
            }
            index += 1
        }
        return first
    }

    /// What a name stands for that the script itself gives a value or a body.
    private func followed(_ index: Int, _ seen: inout Set<Int>, _ isKept: inout Bool, _ depth: Int) -> Found? {
        guard !tokens.isPoint(index - 1), seen.count < Self.mostNames else { return nil }
        if let binding = bindings.binding(of: index) {
            guard seen.insert(binding.name).inserted else { return nil }
            let value = valueRange(binding.value, member: index)
            return value.flatMap { find(in: $0, &seen, &isKept, depth: depth + 1) }
        }
        guard tokens.says(index + 1, "("), let open = bindings.function(of: index), seen.insert(open).inserted else {
            return nil
        }
        let brace = tokens.closing(open) + 1
        guard tokens.says(brace, "{") else { return nil }
        return find(in: (brace + 1)..<tokens.closing(brace), &seen, &isKept, depth: depth + 1)
    }

    /// The tokens of a name's value; of an object's member where one is asked for.
    private func valueRange(_ value: Int, member use: Int) -> Range<Int>? {
        let end = evaluator.endOfArgument(value, before: tokens.count)
        guard tokens.says(value, "{") else { return end > value ? value..<end : nil }
        guard tokens.isPoint(use + 1), use + 2 < tokens.count else { return nil }
        return evaluator.members(of: value).first { $0.name.elementsEqual(tokens.bytes(use + 2)) }?.value
    }

    /// A function's body in an expression, in which its value is made.
    private func isBody(_ brace: Int) -> Bool { tokens.says(brace - 1, ")") || tokens.says(brace - 1, "=>") }
}

// MARK: - Names

extension VolatileSourceFinder {
    private static let randomFunctions = [
        "random", "randomUUID", "getRandomValues", "uuid", "uuidv1", "uuidv4", "uuidv6", "uuidv7", "uuid4", "v4", "v7",
        "nanoid", "uniqid", "uniqueId", "ulid", "cuid", "guid", "newGuid", "generateGuid", "generateGUID",
        "generateUUID", "generateUuid", "createUUID", "createUuid", "makeUUID", "genUUID", "randomId", "randomID",
        "randomString", "useId",
    ]
    private static let sessions = [
        "sessionStorage", "sessionId", "sessionID", "sessionid", "session_id", "PHPSESSID", "JSESSIONID", "sessId",
    ]
    private static let storages = [
        "localStorage", "cookie", "cookies", "Cookies", "getCookie", "readCookie", "indexedDB",
    ]
    /// Calls through which a value comes out changed but not another one the next time.
    private static let transparent = [
        "String", "Number", "encodeURIComponent", "encodeURI", "escape", "btoa", "parseInt", "floor", "round", "ceil",
        "toString", "concat", "join", "stringify", "from", "digest", "slice", "substr", "substring", "replace",
        "padStart", "toUpperCase", "toLowerCase", "trim", "Date", "abs", "pow", "BigInt", "getRandomValues",
    ]

    private func keepsValues(_ index: Int) -> Bool { isOne(of: Self.storages, index) }

    private func source(at index: Int) -> Found? {
        if isOne(of: Self.sessions, index) { return found(.session, index..<(index + 1)) }
        if tokens.says(index, "Date") { return clock(index) }
        if tokens.says(index, "now"), tokens.isPoint(index - 1), tokens.says(index - 2, "performance") {
            return found(.clock, (index - 2)..<(index + 1))
        }
        let isCalled = tokens.says(index + 1, "(") || tokens.says(index + 1, ")") && tokens.says(index + 2, "(")
        guard isCalled, isOne(of: Self.randomFunctions, index), bindings.function(of: index) == nil else { return nil }
        let hasReceiver = tokens.isPoint(index - 1) && tokens.isKind(index - 2, .identifier)
        return found(.random, (hasReceiver ? index - 2 : index)..<(index + 1))
    }

    /// `Date.now`, `new Date` without a time of its own, `Date()`.
    private func clock(_ index: Int) -> Found? {
        guard !tokens.isPoint(index - 1) || tokens.says(index - 2, "window") else { return nil }
        if tokens.isPoint(index + 1) {
            return tokens.says(index + 2, "now") ? found(.clock, index..<(index + 3)) : nil
        }
        let isNew = tokens.says(index - 1, "new")
        let hasTime = tokens.says(index + 1, "(") && tokens.closing(index + 1) > index + 2
        guard isNew && !hasTime || tokens.says(index + 1, "(") && !hasTime else { return nil }
        return found(.clock, (isNew ? index - 1 : index)..<(index + 1))
    }

    private func found(_ source: VolatileUse.Source, _ range: Range<Int>) -> Found {
        let words = range.map { String(decoding: tokens.bytes($0), as: UTF8.self) }
        let name = words.first == "new" ? words.joined(separator: " ") : words.joined()
        return Found(source: source, name: String(name.prefix(60)), tokens: range)
    }

    private func isOne(of names: [String], _ index: Int) -> Bool {
        names.contains { tokens.bytes(index).elementsEqual($0.utf8) }
    }

    /// Whether a parenthesis holds the arguments of a function that may make anything of them.
    private func isOpaqueCall(_ open: Int) -> Bool {
        guard tokens.isKind(open - 1, .identifier) else { return false }
        if isOne(of: Self.transparent, open - 1) || isOne(of: Self.randomFunctions, open - 1) { return false }
        if ScriptWords.precedesExpression(tokens.bytes(open - 1))
            || ScriptWords.precedesCondition(tokens.bytes(open - 1))
        {
            return false
        }
        let name = String(decoding: tokens.bytes(open - 1), as: UTF8.self).lowercased()
        return !["hash", "md5", "sha", "encode", "base64", "crc", "string"].contains { name.contains(ascii: $0) }
    }
}
