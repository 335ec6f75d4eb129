/// The host parser of the URL Standard, section 3.5.
enum HostParser {
    /// The forbidden host code points, which no host can hold.
    private static let forbiddenInHost = ASCIISet("\0\t\n\r #/:<>?@[\\]^|".utf8)

    static func parse(_ input: ArraySlice<UInt8>, isSpecial: Bool) throws(URLParseFailure) -> Host {
        if input.first == .openBracket {
            return try parseIPv6(input)
        }
        return isSpecial ? try parseDomain(input) : try parseOpaque(input)
    }

    private static func parseIPv6(_ input: ArraySlice<UInt8>) throws(URLParseFailure) -> Host {
        guard input.last == .closeBracket, let address = IPv6Address(input.dropFirst().dropLast()) else {
            throw .invalidIPv6Address(String(decoding: input, as: UTF8.self))
        }
        return .ipv6(address)
    }

    private static func parseOpaque(_ input: ArraySlice<UInt8>) throws(URLParseFailure) -> Host {
        if let forbidden = input.first(where: forbiddenInHost.contains) {
            throw .forbiddenHostCodePoint(Unicode.Scalar(forbidden))
        }
        return input.isEmpty ? .empty : .opaque(PercentEncoding.encode(input, .c0Control))
    }

    private static func parseDomain(_ input: ArraySlice<UInt8>) throws(URLParseFailure) -> Host {
        let decoded = input.contains(.percent) ? PercentEncoding.decode(input)[...] : input
        let domain = try asciiForm(of: decoded)
        guard !domain.isEmpty else { throw .missingHost }
        if let forbidden = domain.first(where: isForbiddenInDomain) {
            throw .forbiddenHostCodePoint(Unicode.Scalar(forbidden))
        }
        guard IPv4Address.isMeant(by: domain) else { return .domain(String(decoding: domain, as: UTF8.self)) }
        guard let address = IPv4Address(domain) else {
            throw .invalidIPv4Address(String(decoding: domain, as: UTF8.self))
        }
        return .ipv4(address)
    }

    /// The domain in lower case and ASCII (URL Standard, section 3.3, `beStrict` being false).
    ///
    /// An ASCII domain is only lowercased, whatever its `xn--` labels hold: the standard wants no more of it.
    private static func asciiForm(of domain: ArraySlice<UInt8>) throws(URLParseFailure) -> [UInt8] {
        guard domain.allSatisfy(\.isASCII) else {
            return Array(try DomainProcessing.asciiForm(of: String(decoding: domain, as: UTF8.self)).utf8)
        }
        return domain.map(\.asciiLowercased)
    }

    /// Whether the byte is a forbidden domain code point.
    private static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == .percent || forbiddenInHost.contains(byte)
    }
}
