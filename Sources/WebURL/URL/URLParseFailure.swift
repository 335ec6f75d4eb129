/// Why a browser makes no URL of a text (URL Standard, section 1.1).
///
/// The cases hold the evidence; `description` says it in words.
public enum URLParseFailure: Error, Sendable, Hashable {
    /// The text has no scheme, and there is no base URL.
    case missingScheme
    /// The text is relative, and the base URL, whose scheme is given, has a path that nothing can be relative to.
    case opaqueBase(scheme: String)
    /// There is no host where one must stand.
    case missingHost
    /// The host has a code point that no host can hold.
    case forbiddenHostCodePoint(Unicode.Scalar)
    /// The internationalised domain has code points that UTS #46 does not allow, or not at their place.
    case invalidDomain(String)
    /// The internationalised domain has an `xn--` label that is not Punycode.
    case invalidPunycode(String)
    /// The host ends in a number and is no IPv4 address.
    case invalidIPv4Address(String)
    /// The host begins with a bracket and is no IPv6 address in brackets.
    case invalidIPv6Address(String)
    /// The port is no decimal number.
    case invalidPort(String)
    /// The port is larger than 65535.
    case portOutOfRange(String)
}

extension URLParseFailure: CustomStringConvertible {
    /// What is wrong, in lower case and without a full stop.
    public var description: String {
        switch self {
        case .missingScheme: "the URL has no scheme such as https:"
        case .opaqueBase(let scheme): "a relative URL has no meaning below a \(scheme): URL"
        case .missingHost: "the URL has no host"
        case .forbiddenHostCodePoint(let scalar): "the host cannot hold \(Self.name(of: scalar))"
        case .invalidDomain(let domain): "\"\(domain)\" is not a valid internationalised domain name"
        case .invalidPunycode(let domain): "\"\(domain)\" has an xn-- label that is not valid Punycode"
        case .invalidIPv4Address(let host): "\"\(host)\" ends in a number but is not an IPv4 address"
        case .invalidIPv6Address(let host): "\"\(host)\" is not an IPv6 address in brackets"
        case .invalidPort(let port): "the port \"\(port)\" is not a number"
        case .portOutOfRange(let port): "the port \(port) is larger than 65535"
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "a space"
        case "!"..."~": "\"\(scalar)\""
        default: "U+" + hexadecimal(scalar.value)
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
