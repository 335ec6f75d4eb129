import WebURL

/// A declared origin taken apart as it is written, whether or not a browser makes a URL of it.
struct OriginText {
    typealias Scalars = ArraySlice<Unicode.Scalar>

    /// How the text begins.
    enum Beginning: Equatable {
        /// Nothing is there.
        case nothing
        /// `null`, the serialisation of an opaque origin.
        case null
        /// No scheme at all, or one that is only hinted at.
        case noScheme
        /// A scheme, in lower case, and an authority.
        case scheme(String)
        /// A scheme, in lower case, whose URLs have no authority.
        case withoutAuthority(String)
    }

    /// How it begins.
    private(set) var beginning = Beginning.nothing
    /// Whether it has white space, or unseen characters in front.
    let hasWhitespace: Bool
    /// Whether the scheme or the slashes behind it are not written as they must be.
    private(set) var isBeginningMalformed = false
    /// The scheme as written.
    private(set) var writtenScheme = Scalars()
    /// Whether a `*` stands for the scheme.
    private(set) var hasWildcardScheme = false
    /// What stands before the `@`, or nil where there is none.
    private(set) var userinfo: Scalars?
    /// The host as written.
    private(set) var host = Scalars()
    /// What stands behind the colon, or nil where there is none.
    private(set) var port: Scalars?
    /// What stands behind host and port, up to a `?` or `#`.
    private(set) var path = Scalars()
    /// Whether there is a `?` before any `#`.
    private(set) var hasQuery = false
    /// Whether there is a `#`.
    private(set) var hasFragment = false
    /// All but what comes along when an origin is copied.
    private(set) var body = Scalars()
    /// Everything behind host and port.
    private(set) var tail = Scalars()

    init(_ text: String) {
        let all = Array(text.unicodeScalars)[...]
        let trimmed = OriginTrimming.trimmed(all)
        hasWhitespace = trimmed.count != all.count || trimmed.contains { $0.properties.isWhitespace }
        // Browsers drop tabs and line ends wherever they stand (URL Standard, section 4.4).
        var rest = trimmed.filter { !["\t", "\n", "\r"].contains($0) }[...]
        guard !rest.isEmpty else { return }
        let bare = OriginTrimming.withoutMarkup(rest)
        isBeginningMalformed = bare.startIndex != rest.startIndex
        rest = bare
        body = bare
        guard !rest.map(OriginText.lowercased).elementsEqual("null".unicodeScalars) else {
            writtenScheme = rest
            beginning = .null
            return
        }
        readScheme(&rest)
        if case .withoutAuthority = beginning { return }
        readSlashes(&rest)
        readAuthority(rest.prefix { !Self.endsAuthority($0) })
        readTail(rest.drop { !Self.endsAuthority($0) })
    }

    // MARK: Scheme

    private mutating func readScheme(_ rest: inout Scalars) {
        beginning = .noScheme
        if let written = WrittenScheme(rest) {
            writtenScheme = written.text
            rest = written.rest
            beginning = written.hasAuthority ? .scheme(written.name) : .withoutAuthority(written.name)
        } else if let start = ["*://", "://"].first(where: { rest.starts(with: $0.unicodeScalars) }) {
            hasWildcardScheme = start.first == "*"
            rest = rest.drop { $0 != "/" }
        } else if let start = WrittenScheme.hinted.first(where: { Self.begins(rest, with: $0.text) }) {
            // A colon that is missing or mistyped must not make a host of the scheme.
            writtenScheme = rest.prefix(start.name.count)
            rest = rest.drop { $0 != "/" }
            beginning = .scheme(start.name)
            isBeginningMalformed = true
        }
    }

    private mutating func readSlashes(_ rest: inout Scalars) {
        let slashes = rest.prefix { $0 == "/" || $0 == "\\" }
        if case .scheme(let name) = beginning {
            rest = rest.dropFirst(slashes.count)
            let isExact = slashes.elementsEqual("//".unicodeScalars)
            if !isExact, !rest.isEmpty, name.hasPrefix("http") { isBeginningMalformed = true }
        } else if slashes.count > 1 {
            // A single slash begins a path, and there is no host then.
            rest = rest.dropFirst(slashes.count)
        }
    }

    // MARK: The other parts

    private mutating func readAuthority(_ authority: Scalars) {
        var hostAndPort = authority
        if let at = authority.lastIndex(of: "@") {
            userinfo = authority[..<at]
            hostAndPort = authority[(at + 1)...]
        }
        // The colons of an IPv6 address stand in brackets; one that is not closed takes all.
        let isBracketed = hostAndPort.first == "["
        let start = isBracketed ? hostAndPort.lastIndex(of: "]") : hostAndPort.startIndex
        guard let start, let colon = hostAndPort[start...].firstIndex(of: ":") else {
            host = OriginTrimming.withoutSpaces(hostAndPort)
            return
        }
        host = OriginTrimming.withoutSpaces(hostAndPort[..<colon])
        port = OriginTrimming.withoutSpaces(hostAndPort[(colon + 1)...])
    }

    private mutating func readTail(_ rest: Scalars) {
        tail = rest
        path = OriginTrimming.withoutSpaces(rest.prefix { $0 != "?" && $0 != "#" })
        let behindPath = rest.drop { $0 != "?" && $0 != "#" }
        hasQuery = behindPath.first == "?"
        hasFragment = behindPath.contains("#")
    }

    static func endsAuthority(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "/" || scalar == "\\" || scalar == "?" || scalar == "#"
    }

    static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }

    private static func begins(_ scalars: Scalars, with text: String) -> Bool {
        scalars.prefix(text.unicodeScalars.count).map(lowercased).elementsEqual(text.unicodeScalars)
    }
}
