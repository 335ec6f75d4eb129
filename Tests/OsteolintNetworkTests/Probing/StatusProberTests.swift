import LoopbackServer
import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Asking product-status", .timeLimit(.minutes(1)))
struct StatusProberTests {
    /// Limits that make no test wait.
    private static func limits(_ change: (inout GovernorLimits) -> Void = { _ in }) -> GovernorLimits {
        var limits = GovernorLimits()
        limits.burst = 100
        limits.secondsPerRequest = 0.001
        change(&limits)
        return limits
    }

    private static func probe(
        _ targets: [StatusTarget], at servers: [LoopbackServer], limits: GovernorLimits = Self.limits(),
        connections: Int = 4, seconds: Double = 45
    ) async throws -> [ProductStatus] {
        var fetchLimits = FetchLimits.small
        fetchLimits.requests = limits.requests
        fetchLimits.seconds = seconds
        return try await FetcherScope.run(servers, limits: fetchLimits) { fetcher in
            await StatusProber(
                fetcher: fetcher, limits: limits, connections: connections, clock: { VirtualTime().clock }
            ).run(targets)
        }
    }

    private static func targets(_ products: some Sequence<String>, at server: LoopbackServer) throws -> [StatusTarget] {
        try products.map { try StatusTarget(server.url("/embed/a?clientId=c&productId=\($0)&partnerUserId=u-77")) }
    }

    private static func answer(_ status: String) -> [ServerStep] {
        [.respond(200, [("Content-Type", "application/json")], text: "{\"status\":\"\(status)\"}")]
    }

    @Test("The request is the one that the card makes, byte by byte")
    func wire() async throws {
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { server in
            let card = "/embed/course?clientId=c1&productId=p1&partnerUserId=a%2Bb%20c&theme=dark#there"
            let statuses = try await Self.probe([try StatusTarget(server.url(card))], at: [server])
            #expect(statuses.map(\.word) == ["Ok"] && statuses.map(\.attempts) == [1])
            let request = try #require(server.log.requests.first)
            #expect(server.log.requests.count == 1)
            #expect(request.method == "GET")
            #expect(
                request.target == "/api2/embed/content-licensing/product-status"
                    + "?clientId=c1&productId=p1&partnerUserId=a%2Bb+c")
            let fields = Dictionary(
                request.fields.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { "\($0), \($1)" })
            #expect(
                fields == [
                    "host": "127.0.0.1:\(server.port)", "user-agent": "osteolint-tests", "accept": "*/*",
                    "accept-language": "en", "sec-fetch-dest": "empty", "sec-fetch-mode": "cors",
                    "sec-fetch-site": "same-origin", "accept-encoding": "deflate, gzip",
                    "referer":
                        server.url("/embed/course?clientId=c1&productId=p1&partnerUserId=a%2Bb%20c&theme=dark"),
                ])
        }
    }

    @Test("Answers come back in the order of the questions, on the connections allowed")
    func order() async throws {
        try await LoopbackServer.serving(respond: { request in
            Self.answer(request.target.contains("productId=3&") ? "AlreadyOwned" : "Ok")
        }) { server in
            let targets = try Self.targets((1...20).map(String.init), at: server)
            let statuses = try await Self.probe(targets, at: [server], connections: 2)
            #expect(statuses.map(\.target.question) == targets.map(\.question))
            #expect(statuses.map(\.word) == (1...20).map { $0 == 3 ? "AlreadyOwned" : "Ok" })
            #expect(server.log.requests.count == 20 && server.log.greatestOpen <= 2)
        }
    }

    @Test("A question that fails in passing is asked again")
    func again() async throws {
        let count = Counter()
        try await LoopbackServer.serving(respond: { _ in
            count.advance() == 0 ? [.respond(503)] : Self.answer("Ok")
        }) { server in
            let statuses = try await Self.probe(try Self.targets(["1"], at: server), at: [server])
            #expect(statuses.map(\.word) == ["Ok"] && statuses.map(\.attempts) == [2])
        }
    }

    @Test("The bound on requests is never overrun, and each client is asked about first")
    func budget() async throws {
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { server in
            let targets = try ["a1", "a2", "a3", "b1", "b2"].map { id in
                try StatusTarget(server.url("/embed/x?clientId=\(id.prefix(1))&productId=\(id.dropFirst())"))
            }
            let statuses = try await Self.probe(targets, at: [server], limits: Self.limits { $0.requests = 3 })
            #expect(statuses.map(\.word) == ["Ok", "Ok", nil, "Ok", nil])
            #expect(statuses[2].failure == .statusLimit(3) && statuses[4].failure == .statusLimit(3))
            #expect(statuses.map(\.attempts) == [1, 1, 0, 1, 0])
            #expect(server.log.requests.count == 3)
        }
    }

    @Test("A fetcher whose requests are spent ends the run")
    func spentFetcher() async throws {
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { server in
            var fetchLimits = FetchLimits.small
            fetchLimits.requests = 2
            let targets = try Self.targets((1...30).map(String.init), at: server)
            let statuses = try await FetcherScope.run([server], limits: fetchLimits) { fetcher in
                await StatusProber(
                    fetcher: fetcher, limits: Self.limits(), connections: 4, clock: { VirtualTime().clock }
                ).run(targets)
            }
            #expect(statuses.count { $0.word == "Ok" } == 2)
            #expect(statuses.count { $0.failure == .statusLimit(60) && $0.attempts == 0 } == 28)
        }
    }

    @Test("A redirect is not followed, and what it repeats is not told", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { other in
            let location = other.url("/login/u-77/?next=u-77#u-77")
            try await LoopbackServer.serving(respond: { _ in [.redirect(to: location, status: status)] }) { server in
                let statuses = try await Self.probe(try Self.targets(["1"], at: server), at: [server, other])
                #expect(statuses.map(\.failure) == [.redirected(to: other.origin() + "/login/***/")])
                #expect(statuses.map(\.attempts) == [1])
            }
            #expect(other.log.connections == 0)
        }
    }

    static let hostileAnswers: [([ServerStep], Failure.Reason)] = [
        ([.respond(200, text: String(repeating: "[", count: 100_000))], .notDocumented),
        ([.respond(200, text: String(repeating: " ", count: 1 << 20) + "{\"status\":\"Ok\"}")], .tooLarge),
        ([.send("HTTP/1.1 200 OK\r\n\r\n"), .flood([UInt8](repeating: 0x20, count: 4096))], .tooLarge),
        (
            [.respond(200, [("Content-Encoding", "gzip")], body: Gzip.bomb(periods: 20_000))], .tooLarge
        ),
        ([.respond(200, text: "<!doctype html><title>Access denied")], .notTheEmbed),
        ([.send("nonsense\r\n\r\n"), .close], .notHTTP), ([.close], .unreachable), ([.reset], .unreachable),
        ([.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"s"), .close], .unreachable),
        ([.respond(403)], .forbidden), ([.respond(500)], .serverError), ([.respond(404)], .unexpectedStatus),
    ]

    @Test("A hostile answer is no answer, and harms no other question", arguments: hostileAnswers)
    func hostile(steps: [ServerStep], reason: Failure.Reason) async throws {
        try await LoopbackServer.serving(respond: { request in
            request.target.contains("productId=bad") ? steps : Self.answer("Ok")
        }) { server in
            let statuses = try await Self.probe(try Self.targets(["bad", "good"], at: server), at: [server])
            #expect(statuses[0].failure?.reason == reason, "\(statuses[0].failure?.message ?? "none")")
            #expect(statuses[1].word == "Ok")
        }
    }

    @Test("A server that does not answer is given up in time")
    func slow() async throws {
        try await LoopbackServer.serving(respond: { _ in [.hold] }) { server in
            let statuses = try await Self.probe(
                try Self.targets(["1"], at: server), at: [server], limits: Self.limits { $0.waitSeconds = 0 },
                seconds: 0.05)
            #expect(statuses.map(\.failure) == [.timedOut(seconds: 0.05)])
        }
    }

    @Test("Who is on no list is not asked, and costs nothing of the bound")
    func refused() async throws {
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { server in
            let good = try Self.targets(["1"], at: server)
            let bad = try ["https://www.example.com/embed/a?clientId=x", "https://osteocom.me:8443/embed/a", "data:,a"]
                .map { try StatusTarget($0) }
            let statuses = try await Self.probe(bad + good, at: [server], limits: Self.limits { $0.requests = 1 })
            #expect(statuses.map { $0.failure?.reason } == [.hostRefused, .hostRefused, .hostRefused, nil])
            #expect(statuses.map(\.attempts) == [0, 0, 0, 1])
        }
    }

    @Test("Cancelled, a run ends at once with what is known")
    func cancelled() async throws {
        let asked = Gate()
        try await LoopbackServer.serving(respond: { request in
            if request.target.contains("productId=1&") { return Self.answer("Ok") }
            asked.open()
            return [.hold]
        }) { server in
            let targets = try Self.targets(["1", "2", "3"], at: server)
            let task = Task { try await Self.probe(targets, at: [server], connections: 1) }
            await asked.wait()
            task.cancel()
            let statuses = try await task.value
            #expect(statuses.map(\.word) == ["Ok", nil, nil])
            #expect(statuses.map(\.failure) == [nil, .interrupted, .interrupted])
            #expect(statuses.map(\.attempts) == [1, 1, 0])
        }
    }

    @Test("Cancelled while it waits, a run ends at once")
    func cancelledWaiting() async throws {
        let waits = Gate()
        try await LoopbackServer.serving(respond: { _ in Self.answer("Ok") }) { server in
            let targets = try Self.targets(["1", "2"], at: server)
            let limits = Self.limits {
                $0.burst = 1
                $0.secondsPerRequest = 3000
                $0.waitSeconds = 9000
            }
            let task = Task {
                try await FetcherScope.run([server]) { fetcher in
                    await StatusProber(fetcher: fetcher, limits: limits, connections: 1).run(targets) { event in
                        if case .waiting = event { waits.open() }
                    }
                }
            }
            await waits.wait()
            task.cancel()
            let statuses = try await task.value
            #expect(statuses.map(\.word) == ["Ok", nil])
            #expect(statuses[1].failure == .interrupted && statuses[1].attempts == 0)
        }
    }
}
