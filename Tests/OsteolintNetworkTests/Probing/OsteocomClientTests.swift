import LoopbackServer
import OsteocomAPI
import OsteolintCore
import OsteolintNetwork
import Testing
import WebURL

@Suite("Calling the API", .timeLimit(.minutes(1)))
struct OsteocomClientTests {
    private static func call(
        _ respond: @escaping @Sendable (ServerRequest) -> [ServerStep],
        _ operation: (OsteocomClient, LoopbackServer) async throws -> Void
    ) async throws {
        try await LoopbackServer.serving(respond: respond) { server in
            let origin = try #require(Origin(serialized: server.origin()))
            try await FetcherScope.run([server]) { fetcher in
                try await operation(OsteocomClient(fetcher: fetcher, origin: origin), server)
            }
        }
    }

    @Test("A login and a catalogue, as they go over the wire")
    func flow() async throws {
        try await Self.call({ request in
            let isLogin = request.target == "/sv6/contentLicensing_login"
            return [
                .respond(text: isLogin ? #"{"token":"t0ken"}"# : #"{"catalog":[{"idChannel":"a","title":"Hands"}]}"#)
            ]
        }) { client, server in
            let token = try await client.login(clientID: "c1", secret: Secret("s3cr3t"))
            let catalogue = try await client.catalogue(clientID: "c1", token: token)
            #expect(catalogue == Catalogue(clientID: "c1", channels: [.init(id: "a", title: "Hands")], source: .api))
            let requests = server.log.requests
            #expect(requests.map(\.method) == ["POST", "POST"])
            #expect(
                requests.map(\.target) == ["/sv6/contentLicensing_login", "/sv6/contentLicensing_catalog"])
            #expect(
                requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                    #"{"clientId":"c1","clientSecret":"s3cr3t"}"#, #"{"clientId":"c1"}"#,
                ])
            #expect(requests.map { $0.field("authorization") } == [nil, "Bearer t0ken"])
            #expect(requests.allSatisfy { $0.field("content-type") == "application/json" })
            #expect(requests.allSatisfy { $0.field("referer") == nil })
        }
    }

    @Test(
        "A refusal is told from what is not documented",
        arguments: [
            (401, "", FetchFailure.loginRefused(status: 401)), (500, "", .serverError(status: 500)),
            (429, "", .rateLimited(retryAfter: nil)), (200, "", .empty(status: 200)),
            (200, "{}", .notDocumented(detail: "no JSON object with a string `token`")),
        ])
    func refused(status: Int, body: String, expected: FetchFailure) async throws {
        try await Self.call({ _ in [.respond(status, text: body)] }) { client, _ in
            await #expect(throws: expected) {
                _ = try await client.login(clientID: "c1", secret: Secret("s3cr3t"))
            }
        }
    }

    @Test("Credentials do not follow a redirect", arguments: [301, 307, 308])
    func redirect(status: Int) async throws {
        try await LoopbackServer.serving(respond: { _ in [.card] }) { other in
            let location = other.url("/sv6/contentLicensing_login")
            try await Self.call({ _ in [.redirect(to: location, status: status)] }) { client, _ in
                await #expect(throws: FetchFailure.redirected(to: location)) {
                    _ = try await client.login(clientID: "c1", secret: Secret("s3cr3t"))
                }
            }
            #expect(other.log.connections == 0)
        }
    }
}
