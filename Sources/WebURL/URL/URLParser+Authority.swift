extension URLParser {
    /// The "authority" state.
    mutating func parseAuthority() throws(URLParseFailure) {
        let isSpecial = url.isSpecial
        let authority = take { byte in
            byte == .slash || byte == .questionMark || byte == .numberSign || (byte == .backslash && isSpecial)
        }
        var hostAndPort = authority
        if let at = authority.lastIndex(of: .at) {
            setCredentials(authority[..<at])
            hostAndPort = authority[(at + 1)...]
            guard !hostAndPort.isEmpty else { throw .missingHost }
        }
        try setHostAndPort(hostAndPort)
        parsePathStart()
    }

    private mutating func setCredentials(_ credentials: ArraySlice<UInt8>) {
        let colon = credentials.firstIndex(of: .colon) ?? credentials.endIndex
        url.username = PercentEncoding.encode(credentials[..<colon], .userinfo)
        url.password = PercentEncoding.encode(credentials[colon...].dropFirst(), .userinfo)
    }

    /// The "host" and "port" states.
    private mutating func setHostAndPort(_ text: ArraySlice<UInt8>) throws(URLParseFailure) {
        let isSpecial = url.isSpecial
        let colon = Self.firstColonOutsideBrackets(text)
        let host = text[..<(colon ?? text.endIndex)]
        guard !host.isEmpty || (colon == nil && !isSpecial) else { throw .missingHost }
        url.host = try HostParser.parse(host, isSpecial: isSpecial)
        guard let colon else { return }
        try setPort(text[(colon + 1)...])
    }

    private static func firstColonOutsideBrackets(_ text: ArraySlice<UInt8>) -> Int? {
        var isInsideBrackets = false
        for (index, byte) in zip(text.indices, text) {
            switch byte {
            case .openBracket: isInsideBrackets = true
            case .closeBracket: isInsideBrackets = false
            case .colon where !isInsideBrackets: return index
            default: break
            }
        }
        return nil
    }

    private mutating func setPort(_ digits: ArraySlice<UInt8>) throws(URLParseFailure) {
        guard !digits.isEmpty else { return }
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.allSatisfy(\.isASCIIDigit) else { throw .invalidPort(text) }
        guard let port = UInt16(text) else { throw .portOutOfRange(text) }
        url.port = port == url.specialScheme?.defaultPort ? nil : port
    }
}
