/// The basic URL parser of the URL Standard, section 4.4.
///
/// Each of the standard's states is a function that consumes its part of the input and calls the state that follows.
/// The input is read as UTF-8 bytes: all that has a meaning is ASCII, and every other byte is percent-encoded.
struct URLParser {
    let input: [UInt8]
    let base: WebURL?
    let queryEncoding: QueryEncoding?
    var position = 0
    var url = WebURL()

    init(_ text: String, base: WebURL?, queryEncoding: QueryEncoding?) {
        input = Self.cleaned(text)
        self.base = base
        self.queryEncoding = queryEncoding
    }

    /// Fills `url`.
    ///
    /// - Throws: why the input is no URL.
    mutating func parse() throws(URLParseFailure) {
        guard let scheme = takeScheme() else {
            return try parseWithoutScheme()
        }
        url.scheme = scheme
        try parseAfterScheme()
    }

    /// The text without control characters and spaces around it, and without tabs and newlines inside.
    private static func cleaned(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)[...]
        bytes = bytes.drop { $0 <= .space }
        while let last = bytes.last, last <= .space {
            bytes.removeLast()
        }
        return bytes.filter { $0 != .tab && $0 != .lineFeed && $0 != .carriageReturn }
    }

    // MARK: Reading

    var current: UInt8? { position < input.count ? input[position] : nil }

    var remaining: ArraySlice<UInt8> { input[position...] }

    /// Whether the byte is a slash, or a backslash, which special URLs take for one.
    func isSlash(_ byte: UInt8?) -> Bool {
        byte == .slash || (byte == .backslash && url.isSpecial)
    }

    /// Takes all up to the first byte for which the condition holds, or up to the end.
    mutating func take(until condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let rest = remaining
        let taken = rest.prefix { !condition($0) }
        position += taken.count
        return taken
    }

    // MARK: Scheme

    /// The "scheme start" and "scheme" states: takes the scheme and its colon, where there is one.
    private mutating func takeScheme() -> String? {
        guard current?.isASCIILetter == true, let colon = input.firstIndex(of: .colon) else { return nil }
        let scheme = input[..<colon]
        guard scheme.allSatisfy(Self.isSchemeByte) else { return nil }
        position = colon + 1
        return String(decoding: scheme.map(\.asciiLowercased), as: UTF8.self)
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == .plus || byte == .hyphen || byte == .dot
    }

    /// What the "scheme" state does once it has seen the colon.
    private mutating func parseAfterScheme() throws(URLParseFailure) {
        switch url.specialScheme {
        case .file?:
            try parseFile()
        case nil where remaining.first == .slash:
            try parsePathOrAuthority()
        case nil:
            parseOpaquePath()
        default:
            try parseSpecial()
        }
    }

    /// The "path or authority" state.
    private mutating func parsePathOrAuthority() throws(URLParseFailure) {
        position += 1
        guard current == .slash else { return parsePath() }
        position += 1
        try parseAuthority()
    }

    /// The "special relative or authority" and "special authority slashes" states.
    private mutating func parseSpecial() throws(URLParseFailure) {
        if let base, base.scheme == url.scheme, !remaining.starts(with: "//".utf8) {
            return try parseRelative(to: base)
        }
        try parseSpecialAuthority()
    }

    /// The "special authority ignore slashes" state.
    mutating func parseSpecialAuthority() throws(URLParseFailure) {
        _ = take { $0 != .slash && $0 != .backslash }
        try parseAuthority()
    }
}
