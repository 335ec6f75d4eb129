public import WebURL

/// One of Osteocom's hosts, or the host that the configuration names in its place.
public enum OsteocomHost: Sendable, Hashable {
    /// The host of an environment, on its own port.
    case environment(Environment)
    /// Another subdomain of `osteocom.me`, which serves no embeds that anybody was told of.
    case otherSubdomain

    /// Osteocom's domain.
    public static let domain = "osteocom.me"
    /// The word that makes a host read like Osteocom's.
    static let name = "osteocom"

    /// Tells which of Osteocom's hosts a URL names; nil when it names none.
    ///
    /// A host counts on its default port only, and without user information in front: browsers load no frame whose
    /// URL has any.
    ///
    /// - Parameters:
    ///   - url: the URL as a browser resolves it.
    ///   - configuration: tells the custom host, where there is one.
    public init?(of url: WebURL, in configuration: Configuration) {
        guard url.scheme == "https" || url.scheme == "http" else { return nil }
        guard url.username.isEmpty, url.password.isEmpty, let host = url.hostText else { return nil }
        let authority = host + (url.port.map { ":\($0)" } ?? "")
        if let environment = configuration.environment, case .custom = environment, environment.host == authority {
            self = .environment(environment)
            return
        }
        self.init(authority: authority)
    }

    private init?(authority: String) {
        switch authority {
        case Self.domain, Environment.production.host:
            self = .environment(.production)
        case Environment.test.host:
            self = .environment(.test)
        default:
            guard Self.isFamily(authority) else { return nil }
            self = .otherSubdomain
        }
    }

    /// The environment of the host; nil for another subdomain of `osteocom.me`.
    public var environment: Environment? {
        guard case .environment(let environment) = self else { return nil }
        return environment
    }

    /// Whether a URL is an embed: on Osteocom's host, with a path below `/embed/` or one of the three parameters.
    ///
    /// Osteocom's other pages and its player are none.
    ///
    /// - Parameters:
    ///   - url: the URL as a browser resolves it.
    ///   - configuration: tells the custom host, where there is one.
    /// - Returns: false for every other URL.
    public static func isEmbed(_ url: WebURL, in configuration: Configuration) -> Bool {
        OsteocomHost(of: url, in: configuration) != nil && isEmbedReference(url)
    }

    /// Whether path and query are those of an embed, whatever the host.
    static func isEmbedReference(_ url: WebURL) -> Bool {
        hasEmbedPath(url) || url.formFields.contains { isParameterName($0.name) }
    }

    /// Whether a host in lower case is `osteocom.me` or one of its subdomains.
    public static func isFamily(_ host: String) -> Bool {
        host == domain || host.hasSuffix("." + domain)
    }

    /// Whether the path is one of those that serve embeds.
    public static func hasEmbedPath(_ url: WebURL) -> Bool {
        url.path.hasPrefix("/embed/")
    }

    /// Whether a field's name is one of the three in any case, with any hyphens or `amp;` left in it.
    ///
    /// Other words for the same thing are not enough to make one of Osteocom's other pages an embed.
    private static func isParameterName(_ name: String) -> Bool {
        ParameterSpelling(name).map { $0.closeness <= .sameLetters } ?? false
    }
}
