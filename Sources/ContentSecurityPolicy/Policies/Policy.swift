/// A Content Security Policy (CSP 3, section 2.2).
public struct Policy: Sendable, Hashable {
    /// Whether the policy blocks or only reports.
    public let disposition: Disposition
    /// The policy as sent, without the white space around it.
    public let text: String
    /// All directives in order. Of several of one name the first counts, even where it was dropped.
    public let directives: [Directive]

    /// Reads one serialised policy, which is to say a text without commas (CSP 3, section 2.2.1).
    public init(_ text: String, disposition: Disposition) {
        self.init(Array(text.utf8)[...], disposition)
    }

    init(_ bytes: Bytes, _ disposition: Disposition) {
        let bytes = bytes.trimmed(while: \.isASCIIWhiteSpace)
        self.disposition = disposition
        text = bytes.text
        directives = bytes.split(separator: .semicolon).compactMap(Directive.init)
    }

    /// The directive that counts of those with a name in lower case; browsers may have dropped it.
    public func directive(named name: String) -> Directive? {
        directives.first { $0.name == name }
    }

    /// The directive that says who may frame the response, or nil where there is none or it was dropped.
    public var frameAncestors: Directive? {
        let directive = directive(named: "frame-ancestors")
        return directive?.isDropped == true ? nil : directive
    }
}
