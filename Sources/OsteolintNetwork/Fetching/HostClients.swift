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
        /// How many addresses were given up before it.
        let turn: Int
        /// How many addresses the server has.
        let addresses: Int
    }

    private struct Server {
        let addresses: [NetworkAddress]
        var turn = 0
        var clients: [Int: HTTPClient] = [:]

        /// The index of the address whose turn it is; after the last one it is the first one's again.
        var current: Int { turn % max(addresses.count, 1) }
    }

    private let limits: FetchLimits
    private let trust: Trust
    private let proxies: ProxySettings
    private let resolve: HostResolver.LookUp
    private var servers: [Origin: Server] = [:]
    private var lookups: [Origin: Task<[NetworkAddress], any Error>] = [:]
    private var isClosed = false

    init(limits: FetchLimits, trust: Trust, proxies: ProxySettings, resolve: @escaping HostResolver.LookUp) {
        self.limits = limits
        self.resolve = resolve
        self.trust = trust
        self.proxies = proxies
    }

    /// The client for a server.
    ///
    /// - Throws: `FetchFailure` where the name stands for no address, or for one that must not be asked, or where the
    ///   proxy for it cannot be used.
    func client(for contact: ContactList.Contact) async throws(FetchFailure) -> Pinned {
        let proxy = try proxy(for: contact.origin)
        if servers[contact.origin] == nil {
            let addresses = proxy == nil ? try await addresses(of: contact) : []
            // Another task may have come first while this one waited.
            if servers[contact.origin] == nil { servers[contact.origin] = Server(addresses: addresses) }
        }
        // A fetch that took too long is not waited for, and may come here when all is over.
        guard !isClosed, var server = servers[contact.origin] else { throw .interrupted }
        let address = server.addresses.isEmpty ? nil : server.addresses[server.current]
        let client = server.clients[server.current] ?? makeClient(for: contact.origin, address, proxy)
        server.clients[server.current] = client
        servers[contact.origin] = server
        return Pinned(client: client, turn: server.turn, addresses: server.addresses.count)
    }

    /// Goes on to a server's next address, since nobody answers at this one.
    func giveUp(_ pinned: Pinned, of contact: ContactList.Contact) {
        // Another task may have gone on already.
        guard servers[contact.origin]?.turn == pinned.turn else { return }
        servers[contact.origin]?.turn += 1
    }

    /// Closes all connections.
    func shutdown() async {
        isClosed = true
        for client in servers.values.flatMap(\.clients.values) { try? await client.shutdown() }
        servers = [:]
    }

    private func addresses(of contact: ContactList.Contact) async throws(FetchFailure) -> [NetworkAddress] {
        guard let host = contact.origin.tuple?.host else { throw .unresolved(host: "") }
        let lookup = lookups[contact.origin] ?? Task { [resolve] in try await resolve(host) }
        lookups[contact.origin] = lookup
        // A name server that does not answer cannot be hurried, only left.
        let found = await Deadline.within(seconds: limits.seconds) { await lookup.result }
        guard let found else { throw .timedOut(seconds: limits.seconds) }
        guard case .success(let addresses) = found else {
            // A second look asks the name server again.
            lookups[contact.origin] = nil
            throw .unresolved(host: host.text)
        }
        // One address inside is enough: a name that stands for both would be asked at either.
        if !contact.mayBePrivate, let address = addresses.first(where: { !$0.isPublic }) {
            throw .addressNotPublic(host: host.text, address: address.text)
        }
        return addresses
    }

    private func proxy(for origin: Origin) throws(FetchFailure) -> ProxySettings.Proxy? {
        do throws(ProxySettings.Fault) {
            return try proxies.proxy(for: origin)
        } catch {
            throw .unreachable(
                host: origin.tuple?.host.text ?? "", detail: "the environment's \(error.variable) \(error.message)")
        }
    }

    private func makeClient(
        for origin: Origin, _ address: NetworkAddress?, _ proxy: ProxySettings.Proxy?
    ) -> HTTPClient {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: trust.configuration, redirectConfiguration: .disallow,
            timeout: .init(connect: .milliseconds(Int64(limits.connectSeconds * 1000))),
            decompression: .enabled(limit: .size(max(limits.cardBytes, limits.pageBytes))))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connections
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.proxy = proxy?.configuration
        // An address in a URL needs no pinning, and would be taken for a name that the certificate has to have.
        if case .domain(let name)? = origin.tuple?.host, let address {
            configuration.dnsOverride = [name: address.text]
        }
        if case .domain(let name)? = origin.tuple?.host, origin.tuple?.scheme == "https" {
            configuration.http1_1ConnectionDebugInitializer = CertificateName(host: name).check
            configuration.http2ConnectionDebugInitializer = CertificateName(host: name).check
        }
        return HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }
}
