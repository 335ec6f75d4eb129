import NIOHTTP1
import OsteocomAPI
import ProgramRuns
import Testing

@Suite("The API: requests of the wrong form")
struct APIBadRequestTests {
    private static let client = #""clientId": "\#(APISample.client)""#

    private static let cases: [(Endpoint, String, String)] = [
        (.login, "", "it is not JSON in UTF-8, or has a number that is not whole"),
        (.login, "clientId=a", "it is not JSON in UTF-8, or has a number that is not whole"),
        (.login, "[1]", "it is not a JSON object"),
        (.login, "null", "it is not a JSON object"),
        (.login, "{}", "`clientId` is missing; add it"),
        (.login, #"{"clientId": "a"}"#, "`clientSecret` is missing; add it"),
        (.login, #"{"clientId": "a", "clientSecret": 7}"#, "`clientSecret` takes a text"),
        (.catalog, "{}", "`clientId` is missing; add it"),
        (.contentAccessAuthorization, "{\(client)}", "`userId` is missing; add it"),
        (.contentAccessAuthorization, #"{\#(client), "userId": "u"}"#, "`products` is missing; add it"),
        (.contentAccessAuthorization, #"{\#(client), "userId": 1, "products": []}"#, "`userId` takes a text"),
        (
            .contentAccessAuthorization, #"{\#(client), "userId": "", "products": []}"#,
            "`userId` is empty; give it a value"
        ),
        (
            .contentAccessAuthorization, #"{\#(client), "userId": "u", "products": []}"#,
            "`products` is empty; give it a value"
        ),
        (.contentAccessAuthorization, #"{\#(client), "userId": "u", "products": {}}"#, "`products` takes a list"),
        (
            .contentAccessAuthorization, #"{\#(client), "userId": "u", "products": ["a"]}"#,
            "`products[0]` takes an object"
        ),
        (
            .contentAccessAuthorization,
            #"{\#(client), "userId": "u", "products": [{"productId": "a", "price": 1}, {"productId": "b"}]}"#,
            "`products[1].price` is missing; add it"
        ),
        (
            .contentAccessAuthorization,
            #"{\#(client), "userId": "u", "products": [{"productId": "a", "price": 1}, {"productId": "b", "price": 9.5}]}"#,
            "`products[1].price` takes a whole number"
        ),
        (
            .contentAccessAuthorization,
            #"{\#(client), "userId": "u", "marketingConsent": "true", "products": []}"#,
            "`marketingConsent` takes true or false"
        ),
        (.videoAccess, #"{"userId": "u", \#(client)}"#, "`videoId` is missing; add it"),
        (
            .videoAccess, #"{"userId": "u", \#(client), "videoId": "v", "userAccessKey": ""}"#,
            "`userAccessKey` is empty; give it a value"
        ),
        (.revocateActivation, "{\(client)}", "`channelId` is missing; add it"),
        (.revocateActivation, #"{\#(client), "channelId": null}"#, "`channelId` is null; give it a value"),
    ]

    @Test("400, with an error that names the field")
    func fields() async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let caller = try await APICaller(sandbox)
        for (endpoint, body, problem) in Self.cases {
            let answer = try await caller.answer(endpoint, text: body)
            #expect(answer.status == 400, "\(body)")
            #expect(answer.fault == "The request's body is wrong: \(problem)", "\(body)")
            #expect(answer["Content-Type"] == ["application/json"])
        }
    }

    @Test("A product's id and price that cannot be one: 400")
    func products() async throws {
        let caller = try await APICaller(try Sandbox(APISample.scenario))
        let malformed = try await caller.buy("546e")
        #expect(malformed.status == 400)
        #expect(malformed.fault?.contains("`products[0].productId` is no channel's id") == true)
        let negative = try await caller.buy(APISample.product, price: -1)
        #expect(negative.status == 400)
        #expect(negative.fault == "`products[0].price` is below zero; send what was paid")
    }

    @Test("Hostile bodies: deep, not UTF-8, too large", arguments: [false, true])
    func hostile(_ isHTTP2: Bool) async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let deep = String(repeating: "[", count: 60_000)
        let full = "{" + String(repeating: " ", count: 65_534) + "}"
        for (body, status) in [(deep, 400), ("{\"clientId\": \"\u{0}\"}", 400), (full, 400), (full + " ", 413)] {
            let answer = try await sandbox.answer(
                Endpoint.login.path, Asking(method: .POST, isHTTP2: isHTTP2, body: body))
            #expect(answer.status == status)
            #expect(answer.fault != nil)
        }
    }

    @Test("Other methods: 405 with what is allowed; other paths: 404; both in JSON")
    func methods() async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        for method in [HTTPMethod.GET, .PUT, .DELETE, .PATCH, .OPTIONS] {
            let answer = try await sandbox.answer(Endpoint.catalog.path, Asking(method: method))
            #expect(answer.status == 405)
            #expect(answer["Allow"] == ["POST"])
            #expect(answer.fault == "calls are made with POST")
            #expect(answer["Access-Control-Allow-Origin"] == [])
        }
        for path in ["/sv6", "/sv6/", "/sv6/contentLicensing_logout", "/sv6/contentLicensing_login/x"] {
            let answer = try await sandbox.answer(path, Asking(method: .POST, body: "{}"))
            #expect(answer.status == 404, "\(path)")
            #expect(answer.fault != nil, "\(path)")
        }
    }

    @Test("Calls misbehave as the scenario says, by their path")
    func misbehaviour() async throws {
        let sandbox = try await Sandbox(
            APISample.scenario + """
                behaviours:
                  - { path: /sv6/contentLicensing_login, status: 429, times: 1, fields: [Retry-After: 1] }

                """)
        let request = LoginRequest(clientId: APISample.client, clientSecret: APISample.secret)
        let answer = try await APICaller(withoutLogin: sandbox).answer(.login, request)
        #expect(answer.status == 429)
        #expect(answer["Retry-After"] == ["1"])
        #expect(try await APICaller(withoutLogin: sandbox).answer(.login, request).status == 200)
    }

    @Test("The log holds no secret, token, address or customer's id")
    func log() async throws {
        let sandbox = try await Sandbox(APISample.scenario)
        let caller = try await APICaller(sandbox)
        let key = try await caller.buy(APISample.product, for: "somebodys-id", email: "ada@mail.example")
            .json(AuthorizationAnswer.self).token
        _ = try await caller.watch("video-1", as: "somebodys-id", key: key)
        _ = try await caller.revoke(APISample.product, of: "somebodys-id")
        let log = try sandbox.process.errors()
        #expect(log.split(separator: "\n").count == 4)
        for secret in [APISample.secret, caller.token, key, "somebodys-id", "ada@mail.example", "Bearer"] {
            #expect(!log.contains(secret))
        }
    }
}
