/// Reads the `source` of a rule in `vercel.json`, in the notation of path-to-regexp 6.
///
/// `:name` is what is between two slashes, `:name(…)` and `(…)` what the expression says; `?`, `*` and `+` behind
/// repeat it together with the slash or point in front. Braces are not known here.
struct SourcePattern {
    private var rest: ArraySlice<UInt8>
    private var nodes: [PatternNode] = []
    /// A slash or point that belongs to the parameter behind it, if there is one.
    private var prefix: UInt8?

    /// What a source says; nil where it is not understood.
    static func read(_ source: some Collection<UInt8>) -> PathPattern? {
        var reader = Self(rest: Array(source)[...])
        guard reader.readAll() else { return nil }
        return PathPattern(.sequence(reader.nodes))
    }

    private init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    private mutating func readAll() -> Bool {
        while let byte = rest.first {
            if byte == UInt8(ascii: "(") {
                guard addParameter(takeExpression()) else { return false }
                continue
            }
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
                UInt8(ascii: ")"):
                return false
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return false }
                add(escaped)
            case UInt8(ascii: ":"):
                guard rest.first.map(ParameterName.contains) ?? false else { return false }
                rest = rest.drop(while: ParameterName.contains)
                guard addParameter(rest.first == UInt8(ascii: "(") ? takeExpression() : .segment) else { return false }
            default: add(byte)
            }
        }
        flushPrefix()
        return true
    }

    private mutating func add(_ byte: UInt8) {
        flushPrefix()
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
            prefix = byte
        } else {
            nodes.append(.byte(byte))
        }
    }

    private mutating func flushPrefix() {
        if let prefix { nodes.append(.byte(prefix)) }
        prefix = nil
    }

    /// Adds a parameter with what repeats it.
    private mutating func addParameter(_ node: PatternNode?) -> Bool {
        guard let node else { return false }
        let unit = prefix.map { PatternNode.sequence([.byte($0), node]) } ?? node
        prefix = nil
        switch rest.first {
        case UInt8(ascii: "?"): nodes.append(.repeated(unit, 0, 1))
        case UInt8(ascii: "*"): nodes.append(.repeated(unit, 0, nil))
        case UInt8(ascii: "+"): nodes.append(.repeated(unit, 1, nil))
        default:
            nodes.append(unit)
            return true
        }
        rest = rest.dropFirst()
        return true
    }

    /// The expression in parentheses, of which the first comes next.
    private mutating func takeExpression() -> PatternNode? {
        var depth = 0
        var index = rest.startIndex
        while index < rest.endIndex {
            switch rest[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { break }
        }
        guard depth == 0, index <= rest.endIndex else { return nil }
        let expression = rest[(rest.startIndex + 1)..<(index - 1)]
        rest = rest[index...]
        return RegularExpression.read(expression)
    }
}
