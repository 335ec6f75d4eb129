public import WebURL

/// What makes a host read like Osteocom's that is not.
public enum HostLikeness: Sendable, Hashable {
    /// Osteocom's host stands in front of an `@`, or user information in front of Osteocom's host.
    case userInformation
    /// A dot ends the host, which is another origin to a browser.
    case trailingDot
    /// The host is Osteocom's, on a port that is not.
    case otherPort(UInt16)
    /// Letters that only look like those of Osteocom's name.
    case confusable(written: String, letter: String)
    /// `osteocom` is a label of a domain that belongs to somebody else.
    case labelOfAnotherDomain(String)
    /// `osteocom` is one word of a label, between hyphens.
    case wordOfAnotherLabel(String)
    /// `osteocom` under another top-level domain; empty when there is none at all.
    case otherTopLevelDomain(String)
    /// An edit or two away from Osteocom's host.
    case misspelled

    /// Tells how the host of a URL reads like Osteocom's.
    ///
    /// - Parameters:
    ///   - url: the URL as a browser resolves it; only http and https have hosts that are judged.
    ///   - configuration: tells the custom host, where there is one.
    /// - Returns: nil when it is Osteocom's, or simply another one.
    public static func of(_ url: WebURL, in configuration: Configuration) -> HostLikeness? {
        guard url.scheme == "https" || url.scheme == "http", let host = url.host else { return nil }
        guard OsteocomHost(of: url, in: configuration) == nil else { return nil }
        let bare = withoutTrailingDots(host.unicodeText)
        let isOsteocoms = OsteocomHost.isFamily(bare) || isCustom(bare, url, configuration)
        if isOsteocoms || readsLikeOsteocom(userInformation: url.username),
            !url.username.isEmpty || !url.password.isEmpty
        {
            return .userInformation
        }
        guard !isOsteocoms else {
            return url.port.map { .otherPort($0) } ?? .trailingDot
        }
        guard case .domain = host else { return nil }
        return HostReading(bare).likeness
    }

    /// Tells how a bare host reads like Osteocom's: without port, in lower case, its labels in Unicode.
    static func of(host: String) -> HostLikeness? {
        HostReading(withoutTrailingDots(host)).likeness
    }

    private static func withoutTrailingDots(_ host: String) -> String {
        String(host.reversed().drop { $0 == "." }.reversed())
    }

    /// Whether the host is the configured one and the URL an embed but for its port, its last dot or its user.
    private static func isCustom(_ host: String, _ url: WebURL, _ configuration: Configuration) -> Bool {
        guard case .custom(_, let origin)? = configuration.environment, let tuple = origin.tuple else { return false }
        return tuple.host.unicodeText == host && OsteocomHost.isEmbedReference(url)
    }

    private static func readsLikeOsteocom(userInformation: String) -> Bool {
        let text = String(decoding: PercentEncoding.decode(userInformation), as: UTF8.self).lowercased()
        let host = String(text.prefix { !"/?#:\\".contains($0) })
        return host.contains(".") && (OsteocomHost.isFamily(host) || of(host: host) != nil)
    }
}
