extension URLParser {
    /// The "path start" state.
    mutating func parsePathStart() {
        if isSlash(current) {
            position += 1
            parsePath()
        } else if url.isSpecial {
            parsePath()
        } else {
            // Nothing but a query, a fragment or the end can follow: the path stays empty.
            parseQueryAndFragment()
        }
    }

    /// The "path" state.
    ///
    /// - Parameter segments: those that the path begins with.
    mutating func parsePath(after segments: [String] = []) {
        var segments = segments
        let isSpecial = url.isSpecial
        let isFile = url.specialScheme == .file
        while true {
            let segment = take { byte in
                byte == .slash || byte == .questionMark || byte == .numberSign || (byte == .backslash && isSpecial)
            }
            let endsInSlash = isSlash(current)
            append(segment, to: &segments, endsInSlash: endsInSlash, isFile: isFile)
            guard endsInSlash else { break }
            position += 1
        }
        url.pathRecord = .list(segments)
        parseQueryAndFragment()
    }

    private func append(
        _ segment: ArraySlice<UInt8>, to segments: inout [String], endsInSlash: Bool, isFile: Bool
    ) {
        let dots = Self.dotCount(segment)
        if dots == 2 {
            segments = URLPath.shortened(segments, isFile: isFile)
        }
        guard dots == 0 else {
            if !endsInSlash { segments.append("") }
            return
        }
        // Chromium encodes `|` in the paths of pages, which the standard leaves as it is.
        let isPage = url.scheme == "http" || url.scheme == "https"
        let text = PercentEncoding.encode(segment, isPage ? .pagePath : .path)
        segments.append(isFile && segments.isEmpty ? WindowsDriveLetter.normalized(text) : text)
    }

    /// 1 for a segment that means this folder, 2 for one that means the folder above, and 0 for any other.
    private static func dotCount(_ segment: ArraySlice<UInt8>) -> Int {
        guard segment.count <= 6, segment.first == .dot || segment.first == .percent else { return 0 }
        var rest = segment
        var count = 0
        while !rest.isEmpty {
            if rest.first == .dot {
                rest = rest.dropFirst()
            } else if rest.prefix(3).elementsEqual("%2e".utf8, by: { $0.asciiLowercased == $1 }) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }

    /// The "opaque path" state.
    mutating func parseOpaquePath() {
        let path = take { $0 == .questionMark || $0 == .numberSign }
        var text = PercentEncoding.encode(path, .c0Control)
        if path.last == .space, current != nil {
            text.removeLast()
            text += "%20"
        }
        url.pathRecord = .opaque(text)
        parseQueryAndFragment()
    }

    /// The "query" and "fragment" states; without a `?` the query stays as it is.
    mutating func parseQueryAndFragment() {
        if current == .questionMark {
            position += 1
            url.query = encodedQuery(take { $0 == .numberSign })
        }
        guard current == .numberSign else { return }
        url.fragment = PercentEncoding.encode(remaining.dropFirst(), .fragment)
    }

    private func encodedQuery(_ query: ArraySlice<UInt8>) -> String {
        let special = url.specialScheme
        let set = special == nil ? PercentEncodeSet.query : .specialQuery
        guard let queryEncoding, let special, special != .ws, special != .wss else {
            return PercentEncoding.encode(query, set)
        }
        return queryEncoding.percentEncode(String(decoding: query, as: UTF8.self), set)
    }
}
