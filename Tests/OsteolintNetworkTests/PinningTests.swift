import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

/// Names that no name server knows lead to the server of the test, so that a connection can only have come about by the
/// address that was handed over.
@Suite("Pinning", .timeLimit(.minutes(1)))
struct PinningTests {
    private static func run(
        _ leaf: LeafCertificate, resolve: @escaping HostResolver.LookUp,
        _ operation: (LoopbackServer, Fetcher, String) async throws -> Void
    ) async throws {
        try await LoopbackServer.serving(
            .tls(leaf),
            respond: { request in
                request.target == "/broken" ? [.cut] : [.lastCard, .close]
            }
        ) { server in
            let origin = try #require(Origin(serialized: server.origin(host: "card.invalid")))
            try await FetcherScope.run([], environment: .custom(name: "card", origin: origin), resolve: resolve) {
                try await operation(server, $0, server.url("/embed", host: "card.invalid"))
            }
        }
    }

    private static func network(_ addresses: [String]) -> [NetworkAddress] {
        addresses.compactMap(NetworkAddress.init)
    }

    @Test("The name is looked up once, and every connection goes to that address")
    func once() async throws {
        let lookUps = Counter()
        // Asked again, the name would stand for a metadata service.
        let resolve: HostResolver.LookUp = { _ in
            Self.network([lookUps.advance() == 0 ? "127.0.0.1" : "169.254.169.254"])
        }
        try await Self.run(.naming(["card.invalid"]), resolve: resolve) { server, fetcher, url in
            for _ in 1...3 {
                let failure = try await fetcher.fetch(url).failure
                #expect(failure == nil)
            }
            #expect(lookUps.value == 1)
            #expect(server.log.connections == 3)
            #expect(server.log.requests.allSatisfy { $0.field("host") == "card.invalid:\(server.port)" })
        }
    }

    @Test(
        "The certificate has to name the host; its address is not enough",
        arguments: [LeafCertificate.otherName, .valid])
    func certificate(_ leaf: LeafCertificate) async throws {
        try await Self.run(leaf, resolve: { _ in Self.network(["127.0.0.1"]) }) { server, fetcher, url in
            let failure = try await fetcher.fetch(url).failure
            #expect(failure?.reason == .tls, "\(failure?.message ?? "no failure")")
            #expect(server.log.requests.isEmpty)
        }
    }

    @Test(
        "A name of a certificate stands for itself, and a wildcard for one label",
        arguments: [
            ("www.osteocom.me", true), ("*.osteocom.me", true), ("osteocom.me", false), ("*.me", false),
            ("*.www.osteocom.me", false), ("*", false), ("w*.osteocom.me", false), ("*www.osteocom.me", false),
        ])
    func names(_ pattern: String, _ isNamed: Bool) {
        #expect(CertificateName(host: "www.osteocom.me").isNamed(by: pattern) == isNamed)
    }

    @Test("Where nobody listens the next address is tried, and kept")
    func nextAddress() async throws {
        let resolve: HostResolver.LookUp = { _ in Self.network(["::1", "127.0.0.9", "127.0.0.1"]) }
        try await Self.run(.naming(["card.invalid"]), resolve: resolve) { server, fetcher, url in
            let first = try await fetcher.fetch(url).failure
            let spent = fetcher.requests
            let second = try await fetcher.fetch(url).failure
            #expect(first == nil && second == nil)
            #expect(fetcher.requests == spent + 1)
        }
    }

    @Test("Where nobody listens at any address the host is unreachable")
    func noAddress() async throws {
        let resolve: HostResolver.LookUp = { _ in Self.network(["127.0.0.8", "127.0.0.9"]) }
        try await Self.run(.naming(["card.invalid"]), resolve: resolve) { _, fetcher, url in
            let refused = FetchFailure.unreachable(host: "card.invalid", detail: "it refused the connection")
            let failures = [try await fetcher.fetch(url).failure, try await fetcher.fetch(url).failure]
            #expect(failures == [refused, refused])
        }
    }

    @Test("A connection that breaks once does not leave a dead address in use")
    func backToTheFirst() async throws {
        let resolve: HostResolver.LookUp = { _ in Self.network(["127.0.0.1", "127.0.0.9"]) }
        try await Self.run(.naming(["card.invalid"]), resolve: resolve) { _, fetcher, url in
            let broken = try await fetcher.fetch(url.replacing("/embed", with: "/broken")).failure
            #expect(broken == .unreachable(host: "card.invalid", detail: "it refused the connection"))
            let card = try await fetcher.fetch(url).failure
            #expect(card == nil)
        }
    }

    @Test("An IPv6 address in a URL is asked", .enabled(if: Self.hasIPv6, "the loopback interface has no IPv6 address"))
    func ipv6() async throws {
        try await LoopbackServer.serving(on: "::1", respond: { _ in [.card] }) { server in
            let origin = try #require(Origin(serialized: server.origin(host: "[::1]")))
            try await FetcherScope.run([], environment: .custom(name: "card", origin: origin)) { fetcher in
                let response = try await fetcher.fetch(server.url("/", host: "[::1]"))
                #expect(response.failure == nil, "\(response.failure?.message ?? "")")
            }
        }
    }

    private static let hasIPv6 = LoopbackServer.canListen(on: "::1")
}
