/// The scheme, host and port of an origin that is not opaque (HTML Standard, section 7.1.1).
public struct OriginTuple: Sendable, Hashable {
    /// The scheme in lower case, without its colon.
    public let scheme: String
    /// The host.
    public let host: Host
    /// The port, or nil where it is the scheme's default.
    public let port: UInt16?

    /// The tuple of these parts; the scheme's default port becomes nil.
    ///
    /// - Parameters:
    ///   - scheme: in lower case, without its colon.
    ///   - host: as a URL of this scheme has it.
    ///   - port: nil where the scheme's default is meant.
    public init(scheme: String, host: Host, port: UInt16?) {
        self.scheme = scheme
        self.host = host
        self.port = port == SpecialScheme(rawValue: scheme)?.defaultPort ? nil : port
    }

    /// The port a browser connects to; nil where the scheme has no default.
    public var effectivePort: UInt16? {
        port ?? SpecialScheme(rawValue: scheme)?.defaultPort
    }

    /// The origin as browsers send it, without a slash at its end.
    public var serialized: String {
        scheme + "://" + host.text + (port.map { ":\($0)" } ?? "")
    }
}
