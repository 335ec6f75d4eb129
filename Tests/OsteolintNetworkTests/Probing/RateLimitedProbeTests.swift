import LoopbackServer
import OsteolintCore
import Testing

@testable import OsteolintNetwork

@Suite("Asking product-status that answers 429", .timeLimit(.minutes(1)))
struct RateLimitedProbeTests {
    private static func probe(
        _ count: Int, at server: LoopbackServer, limits: GovernorLimits, time: VirtualTime = VirtualTime()
    ) async throws -> [ProductStatus] {
        let targets = try (1...count).map { number in
            try StatusTarget(server.url("/embed/a?clientId=c&productId=\(number)"))
        }
        return try await FetcherScope.run([server]) { fetcher in
            await StatusProber(fetcher: fetcher, limits: limits, connections: 1, clock: { time.clock }).run(targets)
        }
    }

    private static func limits(_ change: (inout GovernorLimits) -> Void) -> GovernorLimits {
        var limits = GovernorLimits()
        limits.secondsPerRequest = 0.001
        change(&limits)
        return limits
    }

    @Test("A question that is answered 429 is asked again once the governor lets it")
    func again() async throws {
        let count = Counter()
        try await LoopbackServer.serving(respond: { _ in
            guard count.advance() == 0 else { return [.respond(200, text: "{\"status\":\"Ok\"}")] }
            return [.respond(429, [("Retry-After", "40")])]
        }) { server in
            let time = VirtualTime()
            let statuses = try await Self.probe(2, at: server, limits: Self.limits { $0.waitSeconds = 300 }, time: time)
            #expect(time.now >= 40)
            #expect(statuses.map(\.word) == ["Ok", "Ok"])
            #expect(statuses.map(\.attempts) == [2, 1])
            #expect(server.log.requests.count == 3)
        }
    }

    @Test("A wait beyond the bound is not begun, and what was not asked says so")
    func waitLimit() async throws {
        try await LoopbackServer.serving(respond: { _ in [.respond(429, [("Retry-After", "3600")])] }) { server in
            let statuses = try await Self.probe(3, at: server, limits: Self.limits { $0.waitSeconds = 60 })
            #expect(
                statuses.map(\.failure) == [
                    .rateLimited(retryAfter: "3600"), .waitLimit(seconds: 60), .waitLimit(seconds: 60),
                ])
            #expect(statuses.map(\.attempts) == [1, 0, 0])
        }
    }

    @Test("A host that answers nothing but 429 is let alone")
    func stop() async throws {
        try await LoopbackServer.serving(respond: { _ in [.respond(429, [("Retry-After", "0.01")])] }) { server in
            let statuses = try await Self.probe(4, at: server, limits: Self.limits { $0.waitSeconds = 1e6 })
            #expect(server.log.requests.count == 3)
            #expect(
                statuses.map(\.failure) == [
                    .rateLimited(retryAfter: "0.01"), .rateLimited(retryAfter: "0.01"),
                    .rateLimited(retryAfter: "0.01"), .hostRateLimits(host: "127.0.0.1"),
                ])
        }
    }
}
