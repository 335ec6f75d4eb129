/// The tokens of a script that may have to do with an embed.
struct ScriptSigns {
    /// Strings and templates that name an Osteocom host or one of its parameters in a query, in order.
    private(set) var texts: [Int] = []
    /// Those of them that name a host.
    private(set) var hosts: Set<Int> = []
    /// Names and strings that are just `partnerUserId`.
    private(set) var userNames: [Int] = []
    /// Where a frame is made: `createElement("iframe")` and the like.
    private(set) var frames: [Int] = []

    private static let parameters = ParameterName.allCases.map { Array(($0.rawValue + "=").utf8) }
    private static let user = Array(ParameterName.partnerUserID.rawValue.utf8)
    private static let frame = Array("iframe".utf8)
    /// A literal with escapes is decoded up to this length, in bytes.
    private static let longestDecoded = 8192

    private let hostNames: [[UInt8]]

    init(_ tokens: ScriptTokens, in configuration: Configuration) {
        hostNames = Prescan.needles(configuration)
        for index in 0..<tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .string, .template, .templateHead, .templateMiddle, .templateTail: readText(index, tokens)
            case .identifier where token.end - token.start == Self.user.count:
                if tokens.bytes(index).elementsEqual(Self.user) { userNames.append(index) }
            case .identifier where token.end - token.start == Self.frame.count:
                if tokens.says(index - 1, "<"), tokens.says(index, "iframe") { frames.append(index - 1) }
            default: break
            }
        }
    }

    private mutating func readText(_ index: Int, _ tokens: ScriptTokens) {
        let range = tokens[index].range
        let content = (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)
        if content.count == Self.frame.count {
            if tokens.text[content].elementsEqual(Self.frame), makesElement(index, tokens) { frames.append(index) }
            return
        }
        guard content.count > Self.frame.count else { return }
        if tokens.text[content].elementsEqual(Self.user) { return userNames.append(index) }
        let isHost =
            hostNames.contains { Self.contains(tokens.text, content, $0) } || namesHostInDisguise(index, tokens)
        let isText = isHost || Self.parameters.contains { Self.contains(tokens.text, content, $0) }
        if Self.contains(tokens.text, content, [UInt8(ascii: "<")] + Self.frame) { frames.append(index) }
        guard isText else { return }
        if isHost { hosts.insert(index) }
        texts.append(index)
    }

    /// Whether a string is the first argument of a function: `createElement("iframe")`, `jsx("iframe", …)`.
    private func makesElement(_ index: Int, _ tokens: ScriptTokens) -> Bool {
        if tokens.says(index - 1, "("), tokens.isKind(index - 2, .identifier) {
            return ["createElement", "h", "jsx", "jsxs", "jsxDEV", "create", "_jsx", "_jsxs", "createVNode", "ce"]
                .contains {
                    tokens.bytes(index - 2).elementsEqual($0.utf8)
                } || tokens[index - 2].end - tokens[index - 2].start <= 2 && !tokens.says(index - 2, "$")
        }
        // `(0, a.jsx)("iframe", …)`
        return tokens.says(index - 1, "(") && tokens.says(index - 2, ")")
            || tokens.says(index - 1, ",") && tokens.says(index - 4, "createElementNS")
    }

    private func namesHostInDisguise(_ index: Int, _ tokens: ScriptTokens) -> Bool {
        let range = tokens[index].range
        guard range.count <= Self.longestDecoded,
            tokens.text[range].contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") })
        else { return false }
        let literal = ScriptText(literal: tokens.text, range, isTemplate: true).bytes
        return hostNames.contains { Self.contains(literal, 0..<literal.count, $0) }
    }

    /// Whether a word, of whose letters the case does not count, stands in a stretch.
    private static func contains(_ text: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
        guard range.count >= word.count, let first = word.first.map(ASCII.lowercase) else { return false }
        return text.withUnsafeBufferPointer { text in
            for start in range.lowerBound...(range.upperBound - word.count) where ASCII.lowercase(text[start]) == first
            {
                if word.indices.allSatisfy({ ASCII.lowercase(text[start + $0]) == ASCII.lowercase(word[$0]) }) {
                    return true
                }
            }
            return false
        }
    }
}
