extension URLParser {
    /// The "no scheme" state.
    mutating func parseWithoutScheme() throws(URLParseFailure) {
        guard let base else { throw .missingScheme }
        url.scheme = base.scheme
        if base.hasOpaquePath {
            guard current == .numberSign else { throw .opaqueBase(scheme: base.scheme) }
            copyPathAndQuery(of: base)
            parseQueryAndFragment()
        } else if base.specialScheme == .file {
            try parseFile()
        } else {
            try parseRelative(to: base)
        }
    }

    /// The "relative" and "relative slash" states.
    mutating func parseRelative(to base: WebURL) throws(URLParseFailure) {
        guard isSlash(current) else {
            copyAuthority(of: base)
            copyPathAndQuery(of: base)
            return parseFromCopiedPath(keepingSegments: true)
        }
        position += 1
        guard isSlash(current) else {
            copyAuthority(of: base)
            return parsePath()
        }
        position += 1
        if url.isSpecial {
            try parseSpecialAuthority()
        } else {
            try parseAuthority()
        }
    }

    /// Goes on after the base's path and query were copied: keeps both before a `#` and at the end, the path alone
    /// before a `?`, and of the path all but its last segment before anything else.
    ///
    /// - Parameter keepingSegments: whether to keep any segment in that last case.
    mutating func parseFromCopiedPath(keepingSegments: Bool) {
        switch current {
        case nil, .questionMark?, .numberSign?:
            parseQueryAndFragment()
        default:
            url.query = nil
            let segments = URLPath.shortened(url.pathSegments, isFile: url.specialScheme == .file)
            parsePath(after: keepingSegments ? segments : [])
        }
    }

    mutating func copyAuthority(of base: WebURL) {
        url.username = base.username
        url.password = base.password
        url.host = base.host
        url.port = base.port
    }

    mutating func copyPathAndQuery(of base: WebURL) {
        url.pathRecord = base.pathRecord
        url.query = base.query
    }
}
