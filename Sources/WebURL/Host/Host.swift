/// A host of a URL (URL Standard, section 3.1).
public enum Host: Sendable, Hashable {
    /// A domain in its ASCII form, in lower case where it belongs to a special scheme.
    case domain(String)
    /// An IPv4 address.
    case ipv4(IPv4Address)
    /// An IPv6 address.
    case ipv6(IPv6Address)
    /// The host of a scheme that is not special, percent-encoded.
    case opaque(String)
    /// No host at all between the slashes, as in `file:///`.
    case empty

    /// Reads a host as it stands in a URL (URL Standard, section 3.5).
    ///
    /// - Parameters:
    ///   - text: the host, without port.
    ///   - isSpecial: whether it belongs to a special scheme, which has domains and IPv4 addresses.
    /// - Throws: `URLParseFailure`, with the reason.
    public init(_ text: String, isSpecial: Bool = true) throws(URLParseFailure) {
        self = try HostParser.parse(Array(text.utf8)[...], isSpecial: isSpecial)
    }

    /// The host as a URL shows it (URL Standard, section 3.6); an IPv6 address is in brackets.
    public var text: String {
        switch self {
        case .domain(let domain): domain
        case .ipv4(let address): address.description
        case .ipv6(let address): "[\(address)]"
        case .opaque(let text): text
        case .empty: ""
        }
    }

    /// The host with the letters that a domain's `xn--` labels stand for, to be shown to people.
    ///
    /// A domain that is not valid by UTS #46 stays in its ASCII form.
    public var unicodeText: String {
        guard case .domain(let domain) = self else { return text }
        return DomainProcessing.unicodeForm(of: domain) ?? domain
    }
}

extension Host: CustomStringConvertible {
    /// The same as `text`.
    public var description: String { text }
}
