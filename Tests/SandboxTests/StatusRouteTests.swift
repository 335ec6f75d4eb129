import Foundation
import NIOHTTP1
import OsteocomAPI
import Testing

@Suite("product-status over HTTP")
struct StatusRouteTests {
    private static let path = ProductStatusRequest.path
    private static let question = path + "?" + SampleScenario.query

    private static func status(_ answer: Answer) throws -> String {
        try JSONDecoder().decode(ProductStatusAnswer.self, from: Data(answer.bytes)).status
    }

    @Test("Always 200 with the outcome as JSON that is not kept", arguments: [false, true])
    func statuses(_ isHTTP2: Bool) async throws {
        let sandbox = try await Sandbox(SampleScenario.manyClients)
        let asking = Asking(isHTTP2: isHTTP2)
        let known = "clientId=kT4mRZ81qLwYc0dXaB2e"
        let product = "productId=546e0f2b8a9d4c17b3e6f059"
        for (query, status) in [
            (SampleScenario.query, "Ok"), ("\(known)&\(product)", "InvalidInput"), ("", "InvalidInput"),
            ("clientId=unknown&\(product)&partnerUserId=u", "InvalidClient"),
            ("clientId=offline-partner&\(product)&partnerUserId=u", "InvalidClient"),
            ("clientId=api-partner&\(product)&partnerUserId=u", "IntegrationMismatch"),
            ("\(known)&productId=000000000000000000000000&partnerUserId=u", "ProductNotFound"),
            ("\(known)&productId=5a7b1c3d4e5f60718293a4b5&partnerUserId=u", "ProductNotInCatalog"),
        ] {
            let answer = try await sandbox.answer("\(Self.path)?\(query)", asking)
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == ["application/json"])
            #expect(answer["Cache-Control"] == ["no-store"])
            #expect(try Self.status(answer) == status, "\(query)")
        }
    }

    @Test("Other methods are 405, and cost nothing")
    func methods() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients + "rateLimit: { requests: 1, seconds: 3600 }\n")
        for method in [HTTPMethod.HEAD, .POST, .PUT, .PATCH, .DELETE, .OPTIONS] {
            let answer = try await sandbox.answer(Self.question, Asking(method: method))
            #expect(answer.status == 405)
            #expect(answer["Allow"] == ["GET"])
            #expect(!answer.body.contains("Ok"))
        }
        #expect(try await sandbox.answer(Self.question).status == 200)
    }

    @Test("A limit for the address, whatever the port, the protocol, and what the request says of itself")
    func limit() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients + "rateLimit: { requests: 3, seconds: 3600 }\n")
        #expect(try await sandbox.answer(Self.question).status == 200)
        #expect(try await sandbox.answer(Self.question, Asking(isHTTP2: true)).status == 200)
        #expect(try await sandbox.answer(Self.path).status == 200)
        let forged = Asking(fields: [("X-Forwarded-For", "192.0.2.7"), ("Forwarded", "for=192.0.2.8")])
        for asking in [Asking(), Asking(isHTTP2: true), forged] {
            let answer = try await sandbox.answer(Self.question, asking)
            #expect(answer.status == 429)
            #expect(answer["Content-Type"] == ["application/json"])
            #expect(answer["Cache-Control"] == ["no-store"])
            #expect(answer.body == #"{"error":"too many requests; ask again later"}"#)
            let delay = try #require(answer["Retry-After"].first.flatMap { Int($0) })
            #expect((1...3600).contains(delay))
        }
        #expect(try await sandbox.answer(SampleScenario.card).isCard)
    }

    @Test("A 429 may say nothing of when to come again, or anything")
    func retryAfter() async throws {
        for (form, expected) in [("none", []), ("tomorrow", ["tomorrow"])] {
            let limit = "rateLimit: { requests: 1, seconds: 3600, retryAfter: \(form) }\n"
            let sandbox = try await Sandbox(SampleScenario.clients + limit)
            #expect(try await sandbox.answer(Self.question).status == 200)
            let answer = try await sandbox.answer(Self.question)
            #expect(answer.status == 429)
            #expect(answer["Retry-After"] == expected)
        }
    }

    @Test("Answers can be wrong on purpose here too")
    func behaviours() async throws {
        let sandbox = try await Sandbox(
            SampleScenario.behaving(
                "path: \(Self.path), times: 1, status: 429, fields: [Retry-After: 0]",
                "path: /api2/*, times: 1, firewallPage: true",
                #"path: /api2/*, times: 1, body: '{"status":"Rented"}'"#))
        let limited = try await sandbox.answer(Self.question)
        #expect(limited.status == 429)
        #expect(limited["Retry-After"] == ["0"])
        let firewall = try await sandbox.answer(Self.question)
        #expect(firewall.status == 200)
        #expect(firewall.body.contains("Checking your browser"))
        #expect(try Self.status(try await sandbox.answer(Self.question)) == "Rented")
        #expect(try Self.status(try await sandbox.answer(Self.question)) == "Ok")
    }
}
