/// A pattern for paths: `*`, `?`, `[…]`, `{a,b}`, and `**` for any number of folders.
struct Glob {
    private enum Token {
        case byte(UInt8)
        case anyByte
        case anyBytes
        case folders
        case set(Set<UInt8>, isNegated: Bool)
    }

    private struct Alternative {
        let tokens: [Token]
        /// The bytes that every match ends with; to look at them first spares most paths the rest.
        let ending: [UInt8]

        init(_ tokens: [Token]) {
            self.tokens = tokens
            let bytes = tokens.reversed().lazy.map { if case .byte(let byte) = $0 { byte } else { nil as UInt8? } }
            ending = bytes.prefix { $0 != nil }.compactMap { $0 }.reversed()
        }
    }

    private let alternatives: [Alternative]

    /// Makes a pattern; one without a slash matches a name in any folder.
    init(_ pattern: String) {
        var pattern = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
        if pattern.hasSuffix("/") { pattern += "**" }
        alternatives = Self.expanded(pattern).map { text in
            Alternative(Self.tokens(Array((text.contains("/") ? text : "**/" + text).utf8)[...]))
        }
    }

    /// Whether a path, relative to the folder that the pattern speaks of, matches.
    func matches(_ path: ArraySlice<UInt8>) -> Bool {
        alternatives.contains { alternative in
            path.suffix(alternative.ending.count).elementsEqual(alternative.ending)
                && path.withUnsafeBufferPointer { Self.matches(alternative.tokens[...], $0[...]) }
        }
    }

    /// The pattern once for each combination of its braces.
    private static func expanded(_ pattern: String) -> [String] {
        guard let open = pattern.firstIndex(of: "{") else { return [pattern] }
        var depth = 0
        var parts: [Substring] = []
        var start = pattern.index(after: open)
        for index in pattern[open...].indices {
            switch pattern[index] {
            case "{": depth += 1
            case ",":
                guard depth == 1 else { continue }
                parts.append(pattern[start..<index])
                start = pattern.index(after: index)
            case "}":
                depth -= 1
                guard depth == 0 else { continue }
                parts.append(pattern[start..<index])
                let rest = pattern[pattern.index(after: index)...]
                return parts.flatMap { expanded(String(pattern[..<open] + $0 + rest)) }
            default: continue
            }
        }
        return [pattern]
    }

    private static func tokens(_ pattern: ArraySlice<UInt8>) -> [Token] {
        var tokens: [Token] = []
        var rest = pattern
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "*"):
                let isDouble = rest.dropFirst().first == byte
                rest = rest.dropFirst(isDouble ? 2 : 1)
                tokens.append(isDouble ? .folders : .anyBytes)
                if isDouble, rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
            case UInt8(ascii: "?"):
                tokens.append(.anyByte)
                rest = rest.dropFirst()
            case UInt8(ascii: "["):
                let (set, length) = Self.set(rest)
                tokens.append(set ?? .byte(byte))
                rest = rest.dropFirst(length)
            default:
                tokens.append(.byte(byte))
                rest = rest.dropFirst()
            }
        }
        return tokens
    }

    /// The bracket expression at the start, and its length; one byte where it is none.
    private static func set(_ text: ArraySlice<UInt8>) -> (Token?, Int) {
        let isNegated = text.dropFirst().first == UInt8(ascii: "!") || text.dropFirst().first == UInt8(ascii: "^")
        let body = text.dropFirst(isNegated ? 2 : 1)
        guard let end = body.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return (nil, 1) }
        var bytes: Set<UInt8> = []
        var rest = body[..<end]
        while let first = rest.first {
            let range = Array(rest.prefix(3))
            if range.count == 3, range[1] == UInt8(ascii: "-"), first <= range[2] {
                bytes.formUnion(first...range[2])
                rest = rest.dropFirst(3)
            } else {
                bytes.insert(first)
                rest = rest.dropFirst()
            }
        }
        return (.set(bytes, isNegated: isNegated), end - text.startIndex + 1)
    }

    private static func matches(_ tokens: ArraySlice<Token>, _ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let token = tokens.first else { return path.isEmpty }
        let rest = tokens.dropFirst()
        switch token {
        case .byte(let byte): return path.first == byte && matches(rest, path.dropFirst())
        case .anyByte: return isInName(path.first) && matches(rest, path.dropFirst())
        case .set(let bytes, let isNegated):
            guard let first = path.first, isInName(first) else { return false }
            return bytes.contains(first) != isNegated && matches(rest, path.dropFirst())
        case .anyBytes:
            var path = path
            while true {
                if matches(rest, path) { return true }
                guard isInName(path.first) else { return false }
                path = path.dropFirst()
            }
        case .folders:
            if rest.isEmpty || matches(rest, path) { return true }
            return path.indices.contains { path[$0] == UInt8(ascii: "/") && matches(rest, path[($0 + 1)...]) }
        }
    }

    private static func isInName(_ byte: UInt8?) -> Bool { byte.map { $0 != UInt8(ascii: "/") } ?? false }
}
