/// Reads a regular expression as Apache, nginx and Vercel take them: of Perl's notation all that decides about paths.
///
/// What it does not know is not guessed: backreferences, lookbehind, word boundaries, flags but `(?i)`.
struct RegularExpression {
    private static let deepest = 24
    private static let mostTimes = 1000

    private var rest: ArraySlice<UInt8>
    private var ignoresCase: Bool
    private var depth = 0
    private var isInLook = false

    /// What an expression says.
    ///
    /// - Parameters:
    ///   - text: the expression without delimiters.
    ///   - ignoresCase: whether the case of ASCII letters does not matter.
    /// - Returns: nil where it is not understood.
    static func read(_ text: some Collection<UInt8>, ignoresCase: Bool = false) -> PatternNode? {
        var reader = Self(Array(text)[...], ignoresCase: ignoresCase)
        guard let node = reader.choice(), reader.rest.isEmpty else { return nil }
        return node
    }

    private init(_ text: ArraySlice<UInt8>, ignoresCase: Bool) {
        rest = text
        self.ignoresCase = ignoresCase
        if text.starts(with: Array("(?i)".utf8)) {
            rest = rest.dropFirst(4)
            self.ignoresCase = true
        }
    }

    private mutating func choice() -> PatternNode? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return nil }
        var nodes: [PatternNode] = []
        repeat {
            guard let node = sequence() else { return nil }
            nodes.append(node)
        } while take("|")
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() -> PatternNode? {
        var nodes: [PatternNode] = []
        while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func atom() -> PatternNode? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "^"): return .start
        case UInt8(ascii: "$"): return .end
        case UInt8(ascii: "."): return .set(.all)
        case UInt8(ascii: "("): return group()
        case UInt8(ascii: "["): return set().map(PatternNode.set)
        case UInt8(ascii: "\\"): return escape().map(PatternNode.set)
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return nil
        default: return .set(folded(ByteSet(CollectionOfOne(byte))))
        }
    }

    // MARK: Groups and repetition

    private mutating func group() -> PatternNode? {
        var look: Bool?
        if take("?") {
            if take(":") {
                look = nil
            } else if take("=") {
                look = false
            } else if take("!") {
                look = true
            } else {
                guard takeName() else { return nil }
            }
        }
        // One inside of another would cost the product of their lengths.
        guard look == nil || !isInLook else { return nil }
        let wasInLook = isInLook
        isInLook = isInLook || look != nil
        defer { isInLook = wasInLook }
        guard let node = choice(), take(")") else { return nil }
        return look.map { .look(node, isNegative: $0) } ?? node
    }

    /// Passes the name of a group: `<name>`, `P<name>` or `'name'`.
    private mutating func takeName() -> Bool {
        _ = take("P")
        guard rest.first == UInt8(ascii: "<") || rest.first == UInt8(ascii: "'") else { return false }
        let close = rest.first == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "'")
        let name = rest.dropFirst().prefix { Self.wordBytes.contains($0) }
        guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == close else { return false }
        rest = rest[(name.endIndex + 1)...]
        return true
    }

    private mutating func quantified(_ atom: PatternNode) -> PatternNode? {
        let times: (Int, Int?)
        switch rest.first {
        case UInt8(ascii: "*"): times = (0, nil)
        case UInt8(ascii: "+"): times = (1, nil)
        case UInt8(ascii: "?"): times = (0, 1)
        case UInt8(ascii: "{"):
            guard let read = takeTimes() else { return nil }
            times = read
        default: return atom
        }
        rest = rest.dropFirst()
        // Lazy is the same where only the whole counts; possessive is not.
        _ = take("?")
        guard rest.first.map({ !Self.quantifiers.contains($0) }) ?? true else { return nil }
        return .repeated(atom, times.0, times.1)
    }

    private static let quantifiers = ByteSet("*+?{".utf8)

    /// The numbers of `{2}`, `{2,}` or `{2,5}`; the closing brace is left.
    private mutating func takeTimes() -> (Int, Int?)? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")), end - rest.startIndex <= 12 else { return nil }
        let parts = rest[(rest.startIndex + 1)..<end].split(
            separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts.map { Int(String(decoding: $0, as: UTF8.self)) }
        guard let minimum = numbers[0], (0...Self.mostTimes).contains(minimum) else { return nil }
        rest = rest[end...]
        guard parts.count == 2 else { return (minimum, minimum) }
        guard !parts[1].isEmpty else { return (minimum, nil) }
        guard let maximum = numbers[1], (minimum...Self.mostTimes).contains(maximum) else { return nil }
        return (minimum, maximum)
    }

    // MARK: Sets

    private static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    private static let spaces = ByteSet([0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D])
    private static let wordBytes = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_".utf8)
    private static let alphanumerics = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// What stands behind a backslash.
    private mutating func escape() -> ByteSet? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "d"): return Self.digits
        case UInt8(ascii: "D"): return Self.digits.inverted
        case UInt8(ascii: "s"): return Self.spaces
        case UInt8(ascii: "S"): return Self.spaces.inverted
        case UInt8(ascii: "w"): return Self.wordBytes
        case UInt8(ascii: "W"): return Self.wordBytes.inverted
        case UInt8(ascii: "t"): return ByteSet([0x09])
        case UInt8(ascii: "n"): return ByteSet([0x0A])
        case UInt8(ascii: "r"): return ByteSet([0x0D])
        default: return Self.alphanumerics.contains(byte) ? nil : ByteSet([byte])
        }
    }

    /// A set in brackets, of which the first is passed.
    private mutating func set() -> ByteSet? {
        let isNegated = take("^")
        var set = ByteSet()
        var isFirst = true
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "]"), !isFirst {
                let folded = folded(set)
                return isNegated ? folded.inverted : folded
            }
            isFirst = false
            // A class such as `[:alpha:]`, and letters of several bytes, are more than a set of bytes.
            guard byte < 0x80, byte != UInt8(ascii: "[") || rest.first != UInt8(ascii: ":") else { return nil }
            if byte == UInt8(ascii: "\\") {
                guard let escaped = escape() else { return nil }
                set.formUnion(escaped)
                continue
            }
            guard insert(from: byte, into: &set) else { return nil }
        }
        return nil
    }

    /// Adds a byte, or the range that it begins.
    private mutating func insert(from first: UInt8, into set: inout ByteSet) -> Bool {
        guard rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first, last != UInt8(ascii: "]") else {
            set.insert(first)
            return true
        }
        guard first <= last, last < 0x80, last != UInt8(ascii: "\\") else { return false }
        rest = rest.dropFirst(2)
        set.formUnion(ByteSet(first...last))
        return true
    }

    private func folded(_ set: ByteSet) -> ByteSet { ignoresCase ? set.withBothCases : set }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
