public import OsteolintCore
public import WebURL

/// The only servers that osteolint talks to: Osteocom's, the configured one, and those of URLs on the command line.
///
/// It is fixed before the first page is read; nothing in a page or a redirect adds to it.
public struct ContactList: Sendable {
    /// A server, and whether the address behind its name matters.
    struct Contact: Sendable, Hashable {
        let origin: Origin
        /// Whether the user named it, so that it may stand for an address inside a private network.
        let mayBePrivate: Bool
    }

    private let contacts: [Origin: Contact]
    private let hosts: Set<String>

    /// Makes a list.
    ///
    /// - Parameters:
    ///   - environment: the configured environment; a custom one adds its host.
    ///   - named: the URLs on the command line.
    public init(environment: Environment?, named: [WebURL] = []) {
        var contacts: [Origin: Contact] = [:]
        for host in [OsteocomHost.domain, Environment.production.host, Environment.test.host] {
            guard let origin = Origin(serialized: "https://\(host)") else { continue }
            contacts[origin] = Contact(origin: origin, mayBePrivate: false)
        }
        // A site that is named by http mostly redirects to https.
        var trusted = named.map(\.origin) + named.compactMap(Self.secureTwin)
        if case .custom(_, let origin)? = environment { trusted.append(origin) }
        for origin in trusted where origin != .opaque {
            contacts[origin] = Contact(origin: origin, mayBePrivate: true)
        }
        self.contacts = contacts
        hosts = Set(contacts.keys.compactMap { $0.tuple?.host.text })
    }

    /// Makes a list of one server.
    ///
    /// - Parameters:
    ///   - origin: the server's.
    ///   - isNamed: whether the user named it, so that it may stand for an address inside a private network.
    public init(only origin: Origin, isNamed: Bool) {
        contacts = [origin: Contact(origin: origin, mayBePrivate: isNamed)]
        hosts = Set([origin.tuple?.host.text].compactMap(\.self))
    }

    private static func secureTwin(of url: WebURL) -> Origin? {
        guard url.scheme == "http", url.port == nil, let host = url.hostText else { return nil }
        return Origin(serialized: "https://\(host)")
    }

    /// The server of a URL.
    ///
    /// - Throws: `FetchFailure` where the URL's server is none of the list.
    func contact(for url: WebURL) throws(FetchFailure) -> Contact {
        if let contact = contacts[url.origin], url.username.isEmpty, url.password.isEmpty { return contact }
        let host = url.hostText ?? ""
        let isHTTP = url.scheme == "https" || url.scheme == "http" && !hosts.contains(host)
        guard isHTTP, !host.isEmpty else { throw .schemeNotAllowed(scheme: url.scheme) }
        let port = url.port.map { ":\($0)" } ?? ""
        let hasUser = !url.username.isEmpty || !url.password.isEmpty
        guard hasUser || !hosts.contains(host) else { throw .portNotAllowed(host: host + port) }
        throw .hostNotAllowed(host: host + port)
    }

    /// Whether a URL may be asked.
    public func allows(_ url: WebURL) -> Bool {
        (try? contact(for: url)) != nil
    }
}
