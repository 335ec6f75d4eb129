public import WebURL

/// What `Cross-Origin-Embedder-Policy` says (HTML Standard, section 7.1.4).
public enum EmbedderPolicy: String, Sendable, Hashable {
    /// Nothing is asked of what the document embeds.
    case unsafeNone = "unsafe-none"
    /// What it embeds must opt in.
    case requireCORP = "require-corp"
    /// What it embeds must opt in or is fetched without credentials; documents in frames must opt in.
    case credentialless = "credentialless"

    /// What the values of a response's fields come to, as Chromium reads them.
    ///
    /// Several are one list, which is no item, and what is no item means nothing.
    public init(_ values: [String]) {
        let token = values.isEmpty ? nil : StructuredItem.token(values.joined(separator: ", "))
        self = token.flatMap(Self.init) ?? .unsafeNone
    }

    /// The policy that a document has with these fields.
    ///
    /// - Parameters:
    ///   - values: those of the fields, in order.
    ///   - url: where it is served: browsers heed the field only in a secure context.
    public init(_ values: [String], at url: WebURL) {
        self = url.isPotentiallyTrustworthy ? Self(values) : .unsafeNone
    }

    /// Whether a document with this policy shows only frames that opt in.
    public var isIsolating: Bool { self != .unsafeNone }
}

extension WebURL {
    /// Whether a page from here is in a secure context (Secure Contexts, section 3.2).
    var isPotentiallyTrustworthy: Bool {
        if scheme == "https" { return true }
        switch host {
        case .ipv4(let address): return address.value >> 24 == 127
        case .ipv6(let address): return address.description == "::1"
        case .domain(let domain): return domain == "localhost" || domain.hasSuffix(".localhost")
        default: return false
        }
    }
}
