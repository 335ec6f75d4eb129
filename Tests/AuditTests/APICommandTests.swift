import Foundation
import LoopbackServer
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint api")
struct APICommandTests {
    /// The text with each time replaced, and the blanks before it, which depend on it.
    private func masked(_ text: String) -> String { text.replacing(/\ +(?:[0-9]+\ ms|time)/, with: "  TIME") }

    @Test("Documented answers come out as a table, and nothing is left behind")
    func documented() async throws {
        let api = APIServer()
        let (outcome, text) = try await APIRun.outcome(api)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(api.holders == [])
        #expect(
            masked(text) == """
                The API of SERVER

                call                         expected                         got  TIME  verdict
                login, wrong secret          401                              401  TIME  ok
                login                        200, a JWT                       200  TIME  ok
                catalogue                    200, the channels                200, 1 channel  TIME  ok
                authorize, malformed e-mail  403                              403  TIME  ok
                authorize, no e-mail         200, or 400 where one is needed  200  TIME  ok
                authorize again              200, the same key                200  TIME  ok
                video access                 200, a JWT for 900 s             200  TIME  ok
                video access, unknown video  404                              404  TIME  ok
                video access, broken token   401                              401  TIME  ok
                revoke                       200, user and date               200  TIME  ok
                video access, revoked        401                              401  TIME  ok

                note: authorize, no e-mail
                  the account does not ask for an e-mail address

                passed: 11 calls: 11 as documented

                """)
    }

    @Test("What differs and what stays open is told below the table, with what to send to support")
    func deviations() async throws {
        let (outcome, text) = try await APIRun.outcome { request in
            let body = String(decoding: request.body, as: UTF8.self)
            guard request.target.hasSuffix("videoAccess") else { return nil }
            if body.contains("unknown") { return .respond(503, [("Content-Type", "text/html")], text: "<p>down") }
            guard request.field("authorization") == "Bearer \(APIServer.bearer)" else { return nil }
            return APIServer.json(200, #"{"tokenAuthVideo":"\#(APIServer.videoToken)","expiresIn":"900"}"#)
        }
        #expect(outcome.status == 1)
        let details = text.split(separator: "\n\n").dropFirst(2).joined(separator: "\n\n")
        #expect(
            details == """
                note: authorize, no e-mail
                  the account does not ask for an e-mail address

                differs: video access
                  `expiresIn` is a string, where an integer is documented
                  Send Osteocom support: contentLicensing_videoAccess, answered with 200; the first line above

                open: video access, unknown video
                  503: the host has a fault of its own; try again later

                differs: video access, revoked
                  status 200 came, where 401 is documented: the user still has access after the revocation
                  Send Osteocom support: contentLicensing_videoAccess, answered with 200; the first line above

                failed: 11 calls: 8 as documented, 2 not as documented, 1 open

                """)
    }

    @Test("As JSON it follows its schema")
    func json() async throws {
        let (outcome, _) = try await APIRun.outcome(APIServer(), ["--format", "json"])
        let report = try JSONValue(outcome.data)
        #expect(try JSONSchema.ofAPIWalks().faults(in: report) == [])
        #expect(report["verdict"].text == "pass")
        #expect(report["exitStatus"].integer == 0)
        #expect(report["environment"].text == "custom")
        #expect(report["unrevoked"] == .null)
        #expect(report["calls"].items.count == 11)
        #expect(report["calls"].items.allSatisfy { ($0["milliseconds"].integer ?? -1) >= 0 })
    }

    @Test("What stays open alone is inconclusive, and what was not asked says why")
    func open() async throws {
        let api = APIServer()
        let (outcome, _) = try await APIRun.outcome(api, ["--format", "json"]) { request in
            request.target.hasSuffix("catalog") ? .respond(429, [("Retry-After", "30")]) : nil
        }
        let report = try JSONValue(outcome.data)
        #expect(outcome.status == 2)
        #expect(try JSONSchema.ofAPIWalks().faults(in: report) == [])
        #expect(report["verdict"].text == "inconclusive")
        let calls = report["calls"].items
        #expect(calls[2]["remarks"][0].text == "429: too many requests from this address; Retry-After says `30`")
        #expect(calls[3]["got"].text == "not made: no channel with a video")
        #expect(calls[3]["milliseconds"] == .null)
        #expect(api.calls == ["login", "login"])
    }

    @Test("An untrusted certificate is sent no secret")
    func untrusted() async throws {
        let api = APIServer()
        try await LoopbackServer.serving(respond: { [api.answer($0)] }) { server in
            let folder = try TemporaryFolder()
            let outcome = try await Command(
                arguments: ["api", "--client-id", "c", "--environment", server.origin()], folder: folder.root,
                environment: APIRun.variables
            ).run()
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("no answer: tls"))
        }
        #expect(api.calls == [])
    }

    @Test("A redirect is not followed, since the call holds secrets")
    func redirect() async throws {
        let other = APIServer()
        try await LoopbackServer.serving(respond: { [other.answer($0)] }) { elsewhere in
            let target = elsewhere.url("/sv6/contentLicensing_login")
            let (outcome, text) = try await APIRun.outcome { _ in .redirect(to: target, status: 307) }
            #expect(outcome.status == 2)
            #expect(text.contains("a redirect to \(elsewhere.origin()) came, where an answer was due"))
        }
        #expect(other.calls == [])
    }

    @Test("A revocation that fails says what to have revoked, in every output")
    func notRevoked() async throws {
        let api = APIServer()
        let (outcome, text) = try await APIRun.outcome(api, ["--format", "text", "--format", "json=api.json"]) {
            $0.target.hasSuffix("revocateActivation") ? APIServer.json(500) : nil
        }
        let user = try #require(api.holders.first)
        let message =
            "not taken back: the throw-away user `\(user)` may still have the product `\(APIServer.product)`; "
            + "ask Osteocom support to revoke it\n"
        #expect(outcome.status == 2)
        #expect(text.contains(message))
        #expect(outcome.errors == "osteolint: " + message)
    }

    @Test("No secret and no token comes out, whatever the server sends back")
    func planted() async throws {
        let echo = APIServer.planted.joined(separator: " ")
        for status in [200, 302, 400, 401, 500] {
            for endpoint in ["login", "catalog", "Authorization", "videoAccess", "revocateActivation"] {
                let (outcome, text) = try await APIRun.outcome(APIServer(), ["--format", "json"]) { request in
                    guard request.target.hasSuffix(endpoint) else { return nil }
                    return .respond(status, [("Location", "/\(APIServer.secret)"), ("Retry-After", echo)], text: echo)
                }
                for secret in APIServer.planted {
                    #expect(!(text + outcome.errors).contains(secret), "\(status) \(endpoint)")
                }
                #expect(try JSONSchema.ofAPIWalks().faults(in: JSONValue(outcome.data)) == [])
            }
        }
    }
}
