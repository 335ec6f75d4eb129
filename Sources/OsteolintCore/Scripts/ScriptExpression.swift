/// Finds the whole of the expression that a string is a part of, and what is done with it.
struct ScriptExpression {
    /// What is done with a text.
    enum Use: Sendable {
        /// It becomes the URL of a frame as it is.
        case frame
        /// It is a link, is fetched, compared or searched: no frame.
        case other
        /// Nothing tells.
        case unknown
    }

    /// How far back an expression is followed, in tokens.
    private static let farthest = 2048
    /// How many brackets around a string may belong to its expression.
    private static let deepest = 12

    let tokens: ScriptTokens

    /// Where the expressions begin that a token is a part of, the outermost first.
    func starts(around index: Int) -> [Int] {
        var starts = [start(ofSumWith: index)]
        for _ in 0..<Self.deepest {
            guard let last = starts.last, let outer = start(outside: tokens[last].parent) else { break }
            starts.append(start(ofSumWith: outer))
        }
        return starts.reversed()
    }

    /// The first token of the operands joined by `+` among which a token is.
    private func start(ofSumWith index: Int) -> Int {
        var start = startOfOperand(endingAt: index)
        for _ in 0..<Self.farthest {
            if tokens.says(start - 1, "new") { start -= 1 }
            guard tokens.says(start - 1, "+"), endsOperand(start - 2) else { break }
            start = startOfOperand(endingAt: start - 2)
        }
        return start
    }

    /// The first token of an operand with its members and calls.
    private func startOfOperand(endingAt end: Int) -> Int {
        var start = end
        for _ in 0..<Self.farthest {
            if let open = opening(of: start) {
                start = open
                if tokens.isKind(start, .punctuator), !tokens.says(start, "{"), endsOperand(start - 1),
                    !isWord(start - 1)
                {
                    start -= 1
                    continue
                }
            }
            guard tokens.isPoint(start - 1), start > 1 else { break }
            start -= 2
        }
        return tokens.says(start - 1, "new") ? start - 1 : start
    }

    private func opening(of index: Int) -> Int? {
        let closes = tokens.says(index, ")") || tokens.says(index, "]") || tokens.says(index, "}")
        guard closes || tokens.isKind(index, .templateTail) else { return nil }
        let partner = tokens[index].partner
        return partner >= 0 && partner < index ? partner : nil
    }

    private func isWord(_ index: Int) -> Bool {
        tokens.isKind(index, .identifier) && !tokens.isPoint(index - 1)
            && (ScriptWords.precedesExpression(tokens.bytes(index))
                || ScriptWords.precedesCondition(tokens.bytes(index)))
    }

    private func endsOperand(_ index: Int) -> Bool {
        guard index >= 0 else { return false }
        switch tokens[index].kind {
        case .identifier: return !isWord(index)
        case .number, .string, .template, .templateTail: return true
        case .templateHead, .templateMiddle, .regularExpression: return false
        case .punctuator: return opening(of: index) != nil
        }
    }

    /// The first token of the operand that a bracket's contents are a part of, where they make up its text.
    private func start(outside open: Int) -> Int? {
        guard open >= 0 else { return nil }
        if tokens[open].kind == .templateHead { return isTagged(open) ? nil : open }
        let before = open - 1
        if tokens.says(open, "[") {
            let close = tokens.closing(open)
            return !endsOperand(before) && tokens.isPoint(close + 1) && tokens.says(close + 2, "join") ? open : nil
        }
        guard tokens.says(open, "(") else { return nil }
        if tokens.says(before, "concat"), tokens.isPoint(before - 1) { return startOfOperand(endingAt: before) }
        if tokens.says(before - 1, "new") {
            return tokens.says(before, "URL") ? before - 1 : nil
        }
        if tokens.says(before, "String") || tokens.says(before, "encodeURI") { return before }
        return endsOperand(before) || isWord(before) && !ScriptWords.precedesExpression(tokens.bytes(before))
            ? nil : open
    }

    private func isTagged(_ head: Int) -> Bool { endsOperand(head - 1) && !tokens[head].followsLineEnd }
}

// MARK: - What is done with it

extension ScriptExpression {
    private static let frameNames = ["src", "data"]
    private static let linkNames = ["href", "action", "location", "cite", "poster", "formAction", "to"]
    /// Functions whose arguments become no frame's URL.
    private static let otherFunctions = [
        "open", "assign", "fetch", "get", "post", "head", "startsWith", "endsWith", "includes", "indexOf",
        "lastIndexOf",
        "match", "test", "has", "import", "require", "search", "split", "log", "warn", "error", "info", "debug",
        "encodeURIComponent", "sendBeacon", "postMessage", "Error", "RegExp", "Request", "WebSocket", "EventSource",
        "preconnect", "prefetch", "t", "describe", "it", "expect", "toBe", "toEqual",
    ]
    /// How many brackets around an expression are looked at.
    private static let mostBrackets = 32
    private static let comparisons = ["==", "===", "!=", "!=="]

    /// What is done with the expression of these tokens.
    func use(of range: Range<Int>) -> Use {
        isFrameworkData(range.lowerBound) ? .other : useByNeighbours(of: range)
    }

    /// Whether a token stands in the data that a framework hands from the server to the browser: `__NUXT__ = {…}`.
    private func isFrameworkData(_ index: Int) -> Bool {
        var parent = tokens[index].parent
        for _ in 0..<Self.mostBrackets where parent > 2 {
            if tokens.says(parent - 1, "="), tokens.isKind(parent - 2, .identifier),
                tokens.bytes(parent - 2).starts(with: "__".utf8)
            {
                return true
            }
            // What a function does is no data, wherever it stands.
            if tokens.says(parent, "{"), tokens.says(parent - 1, ")") || tokens.says(parent - 1, "=>") { return false }
            parent = tokens[parent].parent
        }
        return false
    }

    private func useByNeighbours(of range: Range<Int>) -> Use {
        let before = range.lowerBound - 1
        if isComparison(before) || isComparison(range.upperBound) || tokens.says(before, "case") { return .other }
        if let name = nameBehindWhichItStands(before) { return use(under: name) }
        if tokens.isPoint(range.upperBound), isOtherFunction(range.upperBound + 1) { return .other }
        let parent = tokens[range.lowerBound].parent
        guard parent >= 0 else { return .unknown }
        if tokens.says(parent, "{"), tokens.says(parent - 1, "="), before == parent {
            return use(under: tokens.bytes(parent - 2))
        }
        guard tokens.says(parent, "("), tokens.isKind(parent - 1, .identifier) else { return .unknown }
        if let name = attributeSet(by: parent, before) { return use(under: name) }
        return isOtherFunction(parent - 1) || isReplacedLocation(parent - 1) ? .other : .unknown
    }

    /// The name that the value is assigned to: `x.src = …`, `{src: …}`, `src=…`, or the shorthand `{src}`.
    private func nameBehindWhichItStands(_ before: Int) -> ArraySlice<UInt8>? {
        if tokens.says(before, "=") || tokens.says(before, ":"), before > 0 {
            if tokens.isKind(before - 1, .string) { return tokens.bytes(before - 1).dropFirst().dropLast() }
            if tokens.isKind(before - 1, .identifier) { return tokens.bytes(before - 1) }
            if tokens.says(before - 1, "]"), tokens.isKind(before - 2, .string) {
                return tokens.bytes(before - 2).dropFirst().dropLast()
            }
            return nil
        }
        let use = before + 1
        let isMember = tokens.says(before, "{") || tokens.says(before, ",") && isInObject(use)
        let isAlone = tokens.says(use + 1, "}") || tokens.says(use + 1, ",")
        return isMember && isAlone && tokens.isKind(use, .identifier) ? tokens.bytes(use) : nil
    }

    private func isInObject(_ index: Int) -> Bool {
        let parent = tokens[index].parent
        return parent >= 0 && tokens.says(parent, "{")
    }

    private func use(under name: ArraySlice<UInt8>) -> Use {
        if Self.frameNames.contains(where: { name.elementsEqual($0.utf8) }) { return .frame }
        return Self.linkNames.contains { name.elementsEqual($0.utf8) } ? .other : .unknown
    }

    /// The attribute of `setAttribute("src", …)` and its like in other libraries.
    private func attributeSet(by open: Int, _ before: Int) -> ArraySlice<UInt8>? {
        let isSetter = ["setAttribute", "attr", "prop"].contains { tokens.bytes(open - 1).elementsEqual($0.utf8) }
        guard isSetter, tokens.says(before, ","), before == open + 2, tokens.isKind(open + 1, .string) else {
            return nil
        }
        return tokens.bytes(open + 1).dropFirst().dropLast()
    }

    private func isComparison(_ index: Int) -> Bool {
        tokens.isKind(index, .punctuator) && Self.comparisons.contains { tokens.bytes(index).elementsEqual($0.utf8) }
    }

    private func isOtherFunction(_ index: Int) -> Bool {
        tokens.isKind(index, .identifier) && Self.otherFunctions.contains { tokens.bytes(index).elementsEqual($0.utf8) }
    }

    /// `location.replace(…)`.
    private func isReplacedLocation(_ index: Int) -> Bool {
        tokens.says(index, "replace") && tokens.isPoint(index - 1) && tokens.says(index - 2, "location")
    }
}
