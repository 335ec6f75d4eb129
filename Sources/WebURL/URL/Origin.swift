/// An origin (URL Standard, section 4.7; HTML Standard, section 7.1.1).
public enum Origin: Sendable, Hashable {
    /// A scheme, a host and a port.
    case tuple(OriginTuple)
    /// The origin of a `data:`, `file:` or sandboxed document.
    ///
    /// All opaque origins are one value here, so `==` holds among them, while a browser sees each as different from
    /// all others: ask `isSameOrigin(as:)` about that.
    case opaque

    /// Reads a serialised origin, such as `https://lms.partner.com:8443` or `null`.
    ///
    /// Gives nil unless the text is exactly what a browser would send as the origin: no path, no default port, no
    /// upper case. For a text that a person wrote, take the origin of a `WebURL`.
    public init?(serialized text: String) {
        guard text != "null" else {
            self = .opaque
            return
        }
        guard let origin = WebURL(text)?.origin, origin != .opaque, origin.serialized == text else { return nil }
        self = origin
    }

    /// Whether a browser takes both as the same origin; an opaque origin is never the same as any other.
    public func isSameOrigin(as other: Origin) -> Bool {
        self != .opaque && self == other
    }

    /// The scheme, host and port, or nil where the origin is opaque.
    public var tuple: OriginTuple? {
        guard case .tuple(let tuple) = self else { return nil }
        return tuple
    }

    /// The origin as browsers send it, without a slash at its end; `null` where it is opaque.
    public var serialized: String {
        tuple?.serialized ?? "null"
    }
}

extension Origin: CustomStringConvertible {
    /// The same as `serialized`.
    public var description: String { serialized }
}
