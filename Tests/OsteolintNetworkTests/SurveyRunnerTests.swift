import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Survey runner", .timeLimit(.minutes(1)))
struct SurveyRunnerTests {
    private static func survey(_ server: LoopbackServer, count: Int) -> FramingSurvey {
        let urls = (0..<count).compactMap { WebURL(server.url("/\($0)")) }
        return FramingSurvey(urls: urls, origins: [.partner], control: AncestorChain.control.embedder)
    }

    private static func run(
        _ surveys: [FramingSurvey], _ servers: [LoopbackServer], limits: FetchLimits = .small, connections: Int = 4
    ) async throws -> [FramingSurvey] {
        try await FetcherScope.run(servers, limits: limits) { fetcher in
            await SurveyRunner(fetcher: fetcher, connections: connections).run(surveys) { _ in }
        }
    }

    private static func failures(_ survey: FramingSurvey) -> [FetchFailure?] {
        survey.urls.indices.map { target in survey.answer(target: target, origin: .partner)?.failure }
    }

    /// A request with the origin in whose name it was made.
    private static func questions(_ log: ServerLog) -> [String] {
        log.requests.map { "\($0.target) \($0.field("referer") ?? "")" }
    }

    @Test("Four connections to a host are open at the same time, and no more")
    func connections() async throws {
        let asked = Counter()
        let four = Gate()
        try await LoopbackServer.serving(respond: { _ in
            if asked.advance() == 3 { four.open() }
            return [.wait(four), .card]
        }) { server in
            let surveys = try await Self.run([Self.survey(server, count: 12), Self.survey(server, count: 1)], [server])
            #expect(surveys.flatMap(Self.failures) == [FetchFailure?](repeating: nil, count: 13))
            #expect(server.log.greatestOpen == 4 && server.log.connections == 4)
        }
    }

    @Test("Nothing is asked twice, and the control once")
    func once() async throws {
        try await LoopbackServer.serving(respond: { _ in [.card] }) { server in
            _ = try await Self.run([Self.survey(server, count: 5)], [server])
            let questions = Self.questions(server.log)
            #expect(questions.count == 6 && Set(questions).count == 6)
            #expect(questions.filter { $0.hasSuffix("https://osteolint-control.invalid/") }.count == 1)
        }
    }

    @Test("A slow host delays only itself")
    func slowHost() async throws {
        // The slow host answers only when the fast one has been asked everything.
        let fastIsDone = Gate()
        let asked = Counter()
        try await LoopbackServer.serving(respond: { _ in
            if asked.advance() == 8 { fastIsDone.open() }
            return [.card]
        }) { fast in
            try await LoopbackServer.serving(respond: { _ in [.wait(fastIsDone), .card] }) { slow in
                let surveys = try await Self.run(
                    [Self.survey(slow, count: 2), Self.survey(fast, count: 8)], [fast, slow])
                #expect(surveys.map(\.urls.count) == [2, 8])
                #expect(surveys.flatMap(Self.failures) == [FetchFailure?](repeating: nil, count: 10))
            }
        }
    }

    @Test("A hostile URL leaves the others of its host alone")
    func hostileURL() async throws {
        try await LoopbackServer.serving(respond: { $0.target == "/1" ? [.send("HTTP/1.1 200 "), .reset] : [.card] }) {
            server in
            let survey = try #require(await Self.run([Self.survey(server, count: 4)], [server]).first)
            #expect(Self.failures(survey).map { $0?.reason } == [nil, .unreachable, nil, nil])
            // The first look and the second.
            #expect(server.log.targets.filter { $0 == "/1" }.count == 2)
        }
    }

    @Test("A second look heals what failed in passing", arguments: [403, 429, 500, 503])
    func secondLook(_ status: Int) async throws {
        let asked = Counter()
        try await LoopbackServer.serving(respond: { request in
            request.target == "/2" && asked.advance() == 0 ? [.respond(status, [], text: "later")] : [.card]
        }) { server in
            let survey = try #require(await Self.run([Self.survey(server, count: 4)], [server]).first)
            #expect(Self.failures(survey) == [nil, nil, nil, nil])
            #expect(server.log.targets.last == "/2" && server.log.requests.count == 6)
        }
    }

    @Test("A host that answers 429 again and again is let alone")
    func rateLimit() async throws {
        try await LoopbackServer.serving(respond: { _ in [.respond(429, [], text: "slow down")] }) { server in
            let survey = try #require(await Self.run([Self.survey(server, count: 10)], [server], connections: 1).first)
            // Three in the first look, and one that waited behind them already; three in the second.
            #expect(server.log.requests.count == 7)
            #expect(Self.failures(survey).allSatisfy { $0?.reason == .rateLimited })
        }
    }

    @Test("What is beyond the bound on requests is told")
    func budget() async throws {
        var limits = FetchLimits.small
        limits.requests = 4
        try await LoopbackServer.serving(respond: { _ in [.card] }) { server in
            let survey = try #require(await Self.run([Self.survey(server, count: 8)], [server], limits: limits).first)
            #expect(server.log.requests.count == 4)
            #expect(Self.failures(survey).filter { $0 == .requestLimit(4) }.count == 4)
        }
    }

    @Test("An interrupted run says so about what it did not ask")
    func interrupted() async throws {
        let asked = Gate()
        try await LoopbackServer.serving(respond: { _ in
            asked.open()
            return [.hold]
        }) { server in
            let surveys = [Self.survey(server, count: 6)]
            let survey = try await FetcherScope.run([server]) { fetcher in
                let task = Task { await SurveyRunner(fetcher: fetcher, connections: 2).run(surveys) { _ in } }
                await asked.wait()
                task.cancel()
                return try #require(await task.value.first)
            }
            #expect(Self.failures(survey) == [FetchFailure?](repeating: .interrupted, count: 6))
            #expect(server.log.requests.count <= 2)
        }
    }
}
