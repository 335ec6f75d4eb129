import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix
import OsteolintCore
import WebURL

/// One HTTP client a server, each bound to an address that was checked.
///
/// The name is looked up once. Whatever it stands for later, the connection goes to the address that was checked, while
/// the certificate is still checked for the name.
actor HostClients {
    /// A client with the address that it is bound to; through a proxy there is none.
    struct Pinned {
        let client: HTTPClient
        let address: Int
    }

    private struct Server {
        let addresses: [NetworkAddress]
        var current: Int
        var client: HTTPClient
    }

    private let limits: FetchLimits
    private let trust: Trust
    private let proxies: ProxySettings
    private var servers: [Origin: Server] = [:]
    private var lookups: [Origin: Task<[NetworkAddress], any Error>] = [:]
    private var retired: [HTTPClient] = []

    init(limits: FetchLimits, trust: Trust, proxies: ProxySettings) {
        self.limits = limits
        self.trust = trust
        self.proxies = proxies
    }

    /// The client for a server.
    ///
    /// - Throws: `FetchFailure` where the name stands for no address, or for one that must not be asked.
    func client(for contact: ContactList.Contact) async throws(FetchFailure) -> Pinned {
        if servers[contact.origin] == nil {
            let addresses = proxies.proxy(for: contact.origin) == nil ? try await addresses(of: contact) : []
            // Another task may have come first while this one waited.
            if servers[contact.origin] == nil {
                let client = makeClient(for: contact.origin, address: addresses.first)
                servers[contact.origin] = Server(addresses: addresses, current: 0, client: client)
            }
        }
        guard let server = servers[contact.origin] else { throw .unresolved(host: "") }
        return Pinned(client: server.client, address: server.current)
    }

    /// Goes on to a server's next address, since nobody answers at this one.
    ///
    /// - Returns: whether there is another one to try.
    func giveUp(_ pinned: Pinned, of contact: ContactList.Contact) -> Bool {
        guard var server = servers[contact.origin] else { return false }
        // Another task has gone on already.
        guard server.current == pinned.address else { return true }
        guard server.current + 1 < server.addresses.count else { return false }
        retired.append(server.client)
        server.current += 1
        server.client = makeClient(for: contact.origin, address: server.addresses[server.current])
        servers[contact.origin] = server
        return true
    }

    /// Closes all connections.
    func shutdown() async {
        for client in servers.values.map(\.client) + retired { try? await client.shutdown() }
        servers = [:]
        retired = []
    }

    private func addresses(of contact: ContactList.Contact) async throws(FetchFailure) -> [NetworkAddress] {
        guard let host = contact.origin.tuple?.host else { throw .unresolved(host: "") }
        let lookup = lookups[contact.origin] ?? Task { try await HostResolver.addresses(of: host) }
        lookups[contact.origin] = lookup
        let addresses: [NetworkAddress]
        do {
            addresses = try await lookup.value
        } catch {
            // A second look asks the name server again.
            lookups[contact.origin] = nil
            throw error as? FetchFailure ?? .unresolved(host: host.text)
        }
        // One address inside is enough: a name that stands for both would be asked at either.
        if !contact.mayBePrivate, let address = addresses.first(where: { !$0.isPublic }) {
            throw .addressNotPublic(host: host.text, address: address.text)
        }
        return addresses
    }

    private func makeClient(for origin: Origin, address: NetworkAddress?) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: trust.configuration, redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(Int64(limits.connectSeconds * 1000))),
            decompression: .enabled(limit: .size(max(limits.cardBytes, limits.pageBytes))))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connections
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.proxy = proxies.proxy(for: origin)?.configuration
        if let host = origin.tuple?.host.text, let address { configuration.dnsOverride = [host: address.text] }
        return HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }
}
