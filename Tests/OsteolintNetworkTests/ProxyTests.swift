import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Proxies", .timeLimit(.minutes(1)))
struct ProxyTests {
    /// Fetches from a server whose name nobody knows but the proxy, which the steps make.
    private static func fetch(
        environment: (Int) -> [String: String], proxy steps: @escaping @Sendable (Int) -> [ServerStep],
        path: String = "/card", answer: ServerStep = .card,
        _ check: (LoopbackServer, LoopbackServer, EmbedResponse, _ lookUps: Int) throws -> Void
    ) async throws {
        let lookUps = Counter()
        let resolve: HostResolver.LookUp = { _ in
            lookUps.advance()
            return [NetworkAddress("127.0.0.1")].compactMap(\.self)
        }
        try await LoopbackServer.serving(.tls(.naming(["card.invalid"])), respond: { _ in [answer] }) { server in
            let port = server.port
            try await LoopbackServer.serving(.plain, respond: { _ in steps(port) }) { proxy in
                let origin = try #require(Origin(serialized: server.origin(host: "card.invalid")))
                let response = try await FetcherScope.run(
                    [], environment: .custom(name: "card", origin: origin), proxies: environment(proxy.port),
                    resolve: resolve
                ) { fetcher in
                    try await fetcher.fetch(server.url(path, host: "card.invalid"))
                }
                try check(server, proxy, response, lookUps.value)
            }
        }
    }

    private static let connects: @Sendable (Int) -> [ServerStep] = { port in
        [.send("HTTP/1.1 200 Connected\r\n\r\n"), .tunnel(port: port)]
    }

    @Test("A proxy sees the name and nothing of what is said")
    func connect() async throws {
        try await Self.fetch(environment: { ["https_proxy": "http://127.0.0.1:\($0)"] }, proxy: Self.connects) {
            server, proxy, response, lookUps in
            #expect(response.failure == nil, "\(response.failure?.message ?? "")")
            #expect(proxy.log.requests.map(\.method) == ["CONNECT"])
            #expect(proxy.log.targets == ["card.invalid:\(server.port)"])
            #expect(server.log.targets == ["/card"])
            // The name is the proxy's business.
            #expect(lookUps == 0)
        }
    }

    @Test("A proxy is told who asks")
    func authorization() async throws {
        try await Self.fetch(
            environment: { ["https_proxy": "http://us%65r:p%40ss@127.0.0.1:\($0)"] }, proxy: Self.connects
        ) { server, proxy, response, _ in
            #expect(response.failure == nil)
            // `user:p@ss` in base64.
            #expect(proxy.log.requests.first?.field("proxy-authorization") == "Basic dXNlcjpwQHNz")
            #expect(server.log.requests.first?.field("proxy-authorization") == nil)
        }
    }

    @Test("An exception goes straight")
    func exception() async throws {
        try await Self.fetch(
            environment: { ["https_proxy": "http://127.0.0.1:\($0)", "no_proxy": "card.invalid"] }, proxy: Self.connects
        ) { _, proxy, response, lookUps in
            #expect(response.failure == nil)
            #expect(proxy.log.connections == 0 && lookUps == 1)
        }
    }

    @Test("A redirect is held against the names behind a proxy too")
    func guarded() async throws {
        try await Self.fetch(
            environment: { ["https_proxy": "http://127.0.0.1:\($0)"] }, proxy: Self.connects,
            answer: .redirect(to: "https://169.254.169.254/latest/meta-data/")
        ) { _, proxy, response, _ in
            #expect(response.failure == .hostNotAllowed(host: "169.254.169.254"))
            #expect(proxy.log.requests.count == 1)
        }
    }

    @Test("A proxy that refuses is told", arguments: [403, 407, 502])
    func refusal(_ status: Int) async throws {
        try await Self.fetch(
            environment: { ["https_proxy": "http://127.0.0.1:\($0)"] },
            proxy: { _ in [.respond(status, [], text: "no")] }
        ) { server, _, response, _ in
            guard case .unreachable(let host, let detail)? = response.failure,
                host.hasPrefix("card.invalid through the proxy 127.0.0.1:")
            else {
                Issue.record("\(response.failure?.message ?? "no failure")")
                return
            }
            #expect(detail.contains("the proxy refused"))
            #expect(server.log.connections == 0)
        }
    }

    @Test("A proxy that is not there is told")
    func nobody() async throws {
        try await Self.fetch(environment: { _ in ["https_proxy": "http://127.0.0.9:9"] }, proxy: Self.connects) {
            server, _, response, _ in
            #expect(response.failure?.reason == .unreachable)
            #expect(server.log.connections == 0)
        }
    }
}
