import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@Suite("Secrets")
struct SecretTests {
    private struct Holder {
        let secret: Secret
    }

    @Test("However a secret is printed, it is not shown")
    func printed() {
        let holder = Holder(secret: Secret("s3cr3t"))
        var dumped = ""
        dump(holder, to: &dumped)
        let texts = [
            "\(holder.secret)", "\(holder)", String(reflecting: holder), String(describing: [holder.secret]), dumped,
            "\(Optional(holder.secret) as Any)",
        ]
        for text in texts { #expect(!text.contains("s3cr3t"), "\(text)") }
        #expect(holder.secret.revealed == "s3cr3t")
    }

    @Test("A call of the API is a POST of JSON with the bearer token in its own field")
    func request() throws {
        let origin = try #require(Origin(serialized: "https://test.osteocom.me"))
        let body = CatalogRequest(clientId: "c/1")
        let request = try Endpoint.catalog.request(at: origin, bearer: Secret("t0ken"), body: body)
        #expect(request.method == .post)
        #expect(request.url.href == "https://test.osteocom.me/sv6/contentLicensing_catalog")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"clientId":"c/1"}"#)
        #expect(
            request.fields.map { "\($0.name): \($0.value)" } == [
                "Accept: application/json", "Content-Type: application/json", "Authorization: Bearer t0ken",
            ])
        #expect(request.bodyLimit == 32 << 20)
    }

    @Test("A login carries no token")
    func login() throws {
        let origin = try #require(Origin(serialized: "https://test.osteocom.me"))
        let body = LoginRequest(clientId: "c", clientSecret: "s")
        let request = try Endpoint.login.request(at: origin, body: body)
        #expect(!request.fields.contains { $0.name == "Authorization" })
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"clientId":"c","clientSecret":"s"}"#)
    }

    @Test("Nobody is called at an opaque origin")
    func opaque() {
        #expect(throws: FetchFailure.schemeNotAllowed(scheme: "null")) {
            try Endpoint.login.request(at: .opaque, body: CatalogRequest(clientId: "c"))
        }
    }

    private static func token(_ status: Int, _ body: String) -> Result<Secret, FetchFailure> {
        Result { () throws(FetchFailure) in
            try LoginAnswer.token(in: APIResponse(status: status, fields: [], body: Array(body.utf8)))
        }
    }

    @Test("A token is read out of the documented answer")
    func token() {
        #expect(Self.token(200, #"{"token":"eyJh.b-_~+/=","x":1}"#) == .success(Secret("eyJh.b-_~+/=")))
    }

    @Test("A token that cannot stand in a field is none", arguments: ["", "a b", "a\\r\\nX: y", "ä", "a\\u0000"])
    func badToken(token: String) {
        #expect(
            Self.token(200, "{\"token\":\"\(token)\"}")
                == .failure(.notDocumented(detail: "`token` is nothing that an Authorization field can hold")))
    }

    @Test("Nothing of a login's answer is quoted", arguments: ["s3cr3t", "{\"token\":[\"s3cr3t\"]}", "[\"s3cr3t\"]"])
    func notQuoted(body: String) {
        guard case .failure(let failure) = Self.token(200, body) else {
            Issue.record("it was read")
            return
        }
        #expect(failure == .notDocumented(detail: "no JSON object with a string `token`"))
    }

    @Test("Refused credentials are told from other failures")
    func refused() {
        #expect(Self.token(401, "") == .failure(.loginRefused(status: 401)))
        #expect(Self.token(403, "") == .failure(.forbidden(status: 403)))
        #expect(Self.token(429, "") == .failure(.rateLimited(retryAfter: nil)))
        #expect(FetchFailure.loginRefused(status: 401).reason == .noCatalogue)
    }
}
