import LoopbackServer
import OsteolintCore
import OsteolintNetwork
import Testing
import WebURL

@Suite("Certificates", .timeLimit(.minutes(1)))
struct CertificateTests {
    static let wrong: [(String, LeafCertificate)] = [
        ("expired", .expired), ("for another host", .otherName), ("from another authority", .otherAuthority),
    ]

    @Test("A wrong certificate ends the handshake, and only there", arguments: wrong, ["127.0.0.1", "localhost"])
    func refuse(_ certificate: (name: String, leaf: LeafCertificate), host: String) async throws {
        try await LoopbackServer.serving(.tls(certificate.leaf), respond: { _ in [.card] }) { bad in
            try await LoopbackServer.serving(respond: { _ in [.card] }) { good in
                try await FetcherScope.run([bad, good]) { fetcher in
                    let failure = try await fetcher.fetch(bad.url("/", host: host)).failure
                    #expect(failure?.reason == .tls, "\(certificate.name): \(failure?.message ?? "no failure")")
                    let isFine = try await fetcher.fetch(good.url("/", host: host)).failure == nil
                    #expect(isFine)
                }
            }
            #expect(bad.log.requests.isEmpty)
        }
    }

    @Test("A port without TLS is told")
    func plain() async throws {
        let greeting = [ServerStep.send("HTTP/1.1 400 Bad Request\r\n\r\n"), .close]
        try await LoopbackServer.serving(.plain, greeting: greeting, respond: { _ in [] }) { server in
            let url = "https://127.0.0.1:\(server.port)/"
            let failure = try await Self.fetch(url, limits: .small)
            #expect(failure?.reason == .tls, "\(failure?.message ?? "no failure")")
        }
    }

    @Test("A handshake that never ends is given up")
    func silence() async throws {
        try await LoopbackServer.serving(.plain, respond: { _ in [.hold] }) { server in
            var limits = FetchLimits.small
            limits.connectSeconds = 0.5
            let failure = try await Self.fetch("https://127.0.0.1:\(server.port)/", limits: limits)
            #expect(failure == .unreachable(host: "127.0.0.1", detail: "nobody answered within 0.5 seconds"))
        }
    }

    @Test("A port where nobody listens is told")
    func nobody() async throws {
        // A port that no other test can get meanwhile: it is the system's, and nobody has used its service for decades.
        let failure = try await Self.fetch("https://127.0.0.1:1/", limits: .small)
        #expect(failure == .unreachable(host: "127.0.0.1", detail: "it refused the connection"))
    }

    private static func fetch(_ text: String, limits: FetchLimits) async throws -> FetchFailure? {
        let url = try #require(WebURL(text))
        let environment = Environment.custom(name: "loopback", origin: url.origin)
        return try await FetcherScope.run([], environment: environment, limits: limits) {
            await $0.fetch(url, as: .page).failure
        }
    }
}
