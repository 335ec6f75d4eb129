extension URLParser {
    /// The "file" state.
    mutating func parseFile() throws(URLParseFailure) {
        url.host = .empty
        if isSlash(current) {
            position += 1
            return try parseFileSlash()
        }
        guard let base = fileBase else { return parsePath() }
        url.host = base.host
        copyPathAndQuery(of: base)
        parseFromCopiedPath(keepingSegments: !WindowsDriveLetter.begins(remaining))
    }

    /// The "file slash" state.
    private mutating func parseFileSlash() throws(URLParseFailure) {
        if isSlash(current) {
            position += 1
            return try parseFileHost()
        }
        guard let base = fileBase else { return parsePath() }
        url.host = base.host
        guard let drive = base.pathSegments.first, WindowsDriveLetter.isNormalized(drive.utf8),
            !WindowsDriveLetter.begins(remaining)
        else { return parsePath() }
        parsePath(after: [drive])
    }

    /// The "file host" state.
    private mutating func parseFileHost() throws(URLParseFailure) {
        let start = position
        let host = take { byte in
            byte == .slash || byte == .backslash || byte == .questionMark || byte == .numberSign
        }
        guard !WindowsDriveLetter.isDriveLetter(host) else {
            // What looks like a host is the path's first segment.
            position = start
            return parsePath()
        }
        if !host.isEmpty {
            let parsed = try HostParser.parse(host, isSpecial: true)
            url.host = parsed == .domain("localhost") ? .empty : parsed
        }
        parsePathStart()
    }

    private var fileBase: WebURL? {
        base?.specialScheme == .file ? base : nil
    }
}
