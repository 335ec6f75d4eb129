/// Reads source expressions (CSP 3, section 2.3.1), with what Chromium takes beyond the grammar marked in the result.
enum SourceParser {
    /// What a token without white space is.
    static func kind(of token: Bytes) -> SourceExpression.Kind {
        if token.first == .asterisk, token.count == 1 { return .anything }
        if token.first == .apostrophe { return keyword(token) }
        return location(token)
    }

    private static func keyword(_ token: Bytes) -> SourceExpression.Kind {
        if token.isEqualIgnoringCase("'self'") { return .selfKeyword }
        if token.isEqualIgnoringCase("'none'") { return .none }
        return KnownKeyword.isMeant(by: token) ? .ignoredKeyword : .invalid(.quoted)
    }

    /// A scheme alone, or a host with what may stand around it.
    private static func location(_ token: Bytes) -> SourceExpression.Kind {
        var rest = token
        var scheme: String?
        if let colon = firstColon(in: token) {
            let after = token[(colon + 1)...]
            if after.isEmpty { return schemeOnly(token[..<colon]) }
            if after.first == .slash {
                guard after.dropFirst().first == .slash, isScheme(token[..<colon]) else { return .invalid(.scheme) }
                scheme = token[..<colon].lowercasedText
                rest = after.dropFirst(2)
            }
        }
        return host(rest, scheme: scheme)
    }

    /// The first colon, unless a slash comes before it.
    private static func firstColon(in token: Bytes) -> Int? {
        guard let index = token.firstIndex(where: { $0 == .colon || $0 == .slash }) else { return nil }
        return token[index] == .colon ? index : nil
    }

    private static func schemeOnly(_ bytes: Bytes) -> SourceExpression.Kind {
        isScheme(bytes) ? .scheme(bytes.lowercasedText) : .invalid(.scheme)
    }

    /// RFC 3986, section 3.1.
    private static func isScheme(_ bytes: Bytes) -> Bool {
        guard bytes.first?.isASCIILetter == true else { return false }
        return bytes.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == .hyphen || $0 == .dot
        }
    }

    private static func host(_ bytes: Bytes, scheme: String?) -> SourceExpression.Kind {
        if bytes.first == .openBracket { return .invalid(.ipv6) }
        let hostEnd = bytes.firstIndex { $0 == .colon || $0 == .slash } ?? bytes.endIndex
        let name = bytes[..<hostEnd]
        if let fault = HostPattern.fault(name) { return .invalid(fault) }
        let rest = bytes[hostEnd...]
        let pathStart = rest.firstIndex(of: .slash) ?? rest.endIndex
        guard let port = port(rest[..<pathStart]) else { return .invalid(.port) }
        let path = rest[pathStart...]
        let pathEnd = path.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? path.endIndex
        let isWildcard = name.first == .asterisk
        return .host(
            HostSource(
                scheme: scheme, host: (isWildcard ? name.dropFirst(2) : name).lowercasedText, isWildcard: isWildcard,
                port: port, path: path.isEmpty ? nil : path[..<pathEnd].text,
                hasQueryOrFragment: pathEnd < path.endIndex))
    }

    /// The port of what stands between host and path, or nil where it is none.
    private static func port(_ bytes: Bytes) -> HostSource.Port? {
        guard bytes.first != nil else { return HostSource.Port.none }
        let digits = bytes.dropFirst()
        if digits.first == .asterisk, digits.count == 1 { return .any }
        guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let number = Int32(digits.text) else { return nil }
        return .number(Int(number))
    }
}
