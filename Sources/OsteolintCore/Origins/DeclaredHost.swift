import WebURL

/// The host of a declared origin: what is wrong with it, and which host is meant.
struct DeclaredHost {
    /// What is wrong with it.
    private(set) var problems: Set<OriginProblem> = []
    /// The host to write, or nil where none can be told.
    private(set) var meant: Host?
    /// The host as written, without its percent-escapes.
    let withoutEscapes: [Unicode.Scalar]

    init(_ written: OriginText.Scalars) {
        withoutEscapes = Self.withoutEscapes(written)
        judge(written)
        // Punctuation of the sentence around it, or the dot of a fully qualified name, hides what is meant.
        if problems.contains(.invalidHost), meant == nil {
            let bare = Self.host(of: OriginTrimming.withoutClosing(written))
            meant = bare.flatMap { Self.isWellFormed($0) ? $0 : nil }
        }
        guard let meant else { return }
        if HostReach.isAddress(meant) { problems.insert(.ipAddress) }
        if HostReach.isLoopback(meant) { problems.insert(.loopback) }
    }

    private mutating func judge(_ written: OriginText.Scalars) {
        let host = Self.host(of: written)
        if written.contains(where: { !$0.isASCII && !$0.properties.isWhitespace }) || Self.hidesUnicode(written) {
            problems.insert(.nonASCII)
        }
        if written.contains("*") || host?.text.contains("*") == true { problems.insert(.wildcard) }
        let isEscaped = withoutEscapes.count != written.count
        if isEscaped { problems.insert(.invalidHost) }
        guard let host, Self.isWellFormed(host) else {
            problems.insert(.invalidHost)
            return
        }
        meant = host
    }

    private static func host(of written: OriginText.Scalars) -> Host? {
        try? Host(OriginText.text(written))
    }

    private static func isWellFormed(_ host: Host) -> Bool {
        guard case .domain(let domain) = host else { return true }
        return HostName.isWellFormed(domain)
    }

    private static func hidesUnicode(_ written: OriginText.Scalars) -> Bool {
        written.contains("%")
            && PercentEncoding.decode(Array(OriginText.text(written).utf8)[...]).contains { $0 >= 0x80 }
    }

    private static func withoutEscapes(_ written: OriginText.Scalars) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        var rest = written
        while let first = rest.first {
            let isEscape =
                first == "%" && rest.count > 2 && rest.dropFirst().prefix(2).allSatisfy(\.properties.isASCIIHexDigit)
            if !isEscape { kept.append(first) }
            rest = rest.dropFirst(isEscape ? 3 : 1)
        }
        return kept
    }
}
