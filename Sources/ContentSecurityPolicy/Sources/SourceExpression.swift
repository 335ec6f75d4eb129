/// A source expression (CSP 3, section 2.3.1).
public struct SourceExpression: Sendable, Hashable {
    /// What an expression is.
    public enum Kind: Sendable, Hashable {
        /// `'self'`: the origin of the response itself.
        case selfKeyword
        /// `'none'`, which means something only where it stands alone.
        case none
        /// `*`.
        case anything
        /// A scheme in lower case, without its colon.
        case scheme(String)
        /// A host, perhaps with a scheme, a port and a path.
        case host(HostSource)
        /// A quoted keyword, nonce or hash, which says nothing about where something comes from.
        case ignoredKeyword
        /// No source expression; browsers skip it.
        case invalid(InvalidSource)
    }

    /// The expression as sent.
    public let text: String
    /// What it is.
    public let kind: Kind

    /// Reads one expression, a text without white space.
    public init(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    init(_ bytes: Bytes) {
        text = bytes.text
        kind = SourceParser.kind(of: bytes)
    }
}

extension SourceExpression: CustomStringConvertible {
    /// The same as `text`.
    public var description: String { text }
}
