/// The parts of a URL as stretches of its input's bytes.
struct URLParts {
    let input: URLInput
    /// The expressions of template engines in the whole input.
    let templates: [TemplateExpression]
    private(set) var scheme: Range<Int>?
    private(set) var userinfo: Range<Int>?
    private(set) var host: Range<Int>?
    private(set) var port: Range<Int>?
    private(set) var path: Range<Int>
    private(set) var query: Range<Int>?
    private(set) var fragment: Range<Int>?

    init(_ input: URLInput) {
        self.input = input
        templates = TemplateExpression.all(in: input.bytes)
        let bytes = input.bytes
        path = bytes.indices
        if let mark = firstIndex(of: UInt8(ascii: "#"), in: path) {
            fragment = (mark + 1)..<bytes.count
            path = 0..<mark
        }
        if let mark = firstIndex(of: UInt8(ascii: "?"), in: path) {
            query = (mark + 1)..<path.upperBound
            path = 0..<mark
        }
        takeScheme()
        takeAuthority()
    }

    /// The first place of a byte in a stretch that is not inside a template engine's delimiters.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        range.first { input.bytes[$0] == byte && !isTemplate($0) }
    }

    /// Whether a byte stands inside a template engine's delimiters.
    func isTemplate(_ index: Int) -> Bool {
        templates.contains { $0.range.contains(index) }
    }

    /// URL Standard, "scheme start state" and "scheme state".
    private mutating func takeScheme() {
        let bytes = input.bytes[path]
        guard let first = bytes.first, ASCII.isLetter(first), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            bytes[..<colon].allSatisfy(Self.isSchemeByte)
        else { return }
        scheme = 0..<colon
        path = (colon + 1)..<path.upperBound
    }

    private mutating func takeAuthority() {
        let slashes = input.bytes[path].prefix(while: Self.isSlash)
        // Without a scheme it takes two slashes to name a host; behind one, a browser does not count them.
        guard scheme != nil ? isHTTP : slashes.count >= 2 else { return }
        let rest = slashes.endIndex..<path.upperBound
        let end = rest.first { Self.isSlash(input.bytes[$0]) } ?? rest.upperBound
        path = end..<path.upperBound
        takeHost(slashes.endIndex..<end)
    }

    private mutating func takeHost(_ authority: Range<Int>) {
        let bytes = input.bytes
        var rest = authority
        if let at = rest.last(where: { bytes[$0] == UInt8(ascii: "@") }) {
            userinfo = rest.lowerBound..<at
            rest = (at + 1)..<rest.upperBound
        }
        let bracket = rest.last { bytes[$0] == UInt8(ascii: "]") } ?? rest.lowerBound
        if let colon = (bracket..<rest.upperBound).first(where: { bytes[$0] == UInt8(ascii: ":") }) {
            port = (colon + 1)..<rest.upperBound
            rest = rest.lowerBound..<colon
        }
        host = rest
    }

    private var isHTTP: Bool {
        guard let scheme else { return false }
        return ["http", "https"].contains(input.text(scheme).lowercased())
    }

    private static func isSlash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
