import ContentSecurityPolicy
import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@Suite("Reading product-status")
struct ProductStatusAnswerTests {
    private static func read(
        _ status: Int = 200, _ fields: [(String, String)] = [("Content-Type", "application/json")],
        _ body: [UInt8], user: String? = "u-77"
    ) throws -> Result<String, FetchFailure> {
        let origin = try #require(Origin(serialized: "https://www.osteocom.me"))
        let question = StatusQuestion(origin: origin, clientID: "c", productID: "p", partnerUserID: user)
        let response = APIResponse(
            status: status, fields: fields.map { ResponseField(name: $0.0, value: $0.1) }, body: body)
        return Result { () throws(FetchFailure) in try ProductStatusAnswer(response, to: question).status }
    }

    private static func read(_ body: String, user: String? = "u-77") throws -> Result<String, FetchFailure> {
        try read(200, Array(body.utf8), user: user)
    }

    private static func read(_ status: Int, _ body: [UInt8], user: String?) throws -> Result<String, FetchFailure> {
        try read(status, [("Content-Type", "application/json")], body, user: user)
    }

    @Test("Each documented status is read", arguments: StatusCode.allCases)
    func documented(code: StatusCode) throws {
        #expect(try Self.read("{\"status\":\"\(code.rawValue)\"}") == .success(code.rawValue))
    }

    @Test(
        "The documented object is read in any shape that JSON allows",
        arguments: [
            "\u{FEFF}{\"status\":\"Ok\"}", " \r\n\t{ \"status\" : \"Ok\" } \n", "{\"\\u0073tatus\":\"\\u004fk\"}",
            "{\"status\":\"Ok\",\"product\":{\"status\":\"gone\",\"price\":1e400},\"list\":[{\"status\":1}]}",
            "{\"a\":\"}\\\"status\\\":\",\"b\":\"status\",\"status\":\"Ok\",\"Status\":\"No\"}",
            "{\"note\":\"captcha, firewall, ray id\",\"status\":\"Ok\"}",
        ])
    func tolerated(body: String) throws {
        #expect(try Self.read(body) == .success("Ok"))
    }

    @Test("The Content-Type does not matter", arguments: ["text/html", "text/plain", "", nil])
    func contentType(type: String?) throws {
        let fields = type.map { [("Content-Type", $0)] } ?? []
        #expect(try Self.read(200, fields, Array("{\"status\":\"Ok\"}".utf8)) == .success("Ok"))
    }

    @Test("A status that is newer than osteolint is an answer")
    func newer() throws {
        #expect(try Self.read("{\"status\":\"ComingSoon\"}") == .success("ComingSoon"))
    }

    static let statuses: [(Int, FetchFailure)] = [
        (429, .rateLimited(retryAfter: nil)), (401, .forbidden(status: 401)), (403, .forbidden(status: 403)),
        (500, .serverError(status: 500)), (503, .serverError(status: 503)), (201, .unexpectedStatus(201)),
        (204, .unexpectedStatus(204)), (400, .unexpectedStatus(400)), (404, .unexpectedStatus(404)),
        (408, .unexpectedStatus(408)), (600, .unexpectedStatus(600)),
    ]

    @Test("Only 200 is an answer, whatever the content", arguments: statuses)
    func status(status: Int, expected: FetchFailure) throws {
        #expect(try Self.read(status, Array("{\"status\":\"Ok\"}".utf8), user: nil) == .failure(expected))
    }

    @Test("Retry-After is quoted as it came, but not at any length, and never with a user's id")
    func retryAfter() throws {
        let read = { (value: String) in try Self.read(429, [("retry-AFTER", value)], []) }
        #expect(try read("120") == .failure(.rateLimited(retryAfter: "120")))
        #expect(try read("u-77") == .failure(.rateLimited(retryAfter: "***")))
        let long = String(repeating: "9", count: 9000)
        #expect(try read(long) == .failure(.rateLimited(retryAfter: long.prefix(60) + "…")))
    }

    static let undocumentedBodies = [
        ("no", "no JSON, but `no`"), ("{\"status\":\"Ok\"", "no JSON, but `{\"status\":\"Ok\"`"),
        ("{\"status\":\"Ok\"} x", "no JSON, but `{\"status\":\"Ok\"} x`"), ("[]", "no JSON object, but `[]`"),
        ("\"Ok\"", "no JSON object, but `\"Ok\"`"), ("null", "no JSON object, but `null`"),
        ("{}", "`status` is missing"), ("{\"Status\":\"Ok\"}", "`status` is missing"),
        ("{\"status\":1}", "`status` is no string"), ("{\"status\":null}", "`status` is no string"),
        ("{\"status\":{\"status\":\"Ok\"}}", "`status` is no string"),
        ("{\"status\":\"\"}", "`status` is ``, which is no word for a status"),
        ("{\"status\":\"<b>\"}", "`status` is `<b>`, which is no word for a status"),
        ("{\"status\":\"O\\u001bk\\n\"}", "`status` is `O·k`, which is no word for a status"),
        ("{\"status\":\"Ok\",\"status\":\"InvalidClient\"}", "`status` stands there twice"),
        ("{\"status\":\"Ok\",\"\\u0073tatus\":\"Ok\"}", "`status` stands there twice"),
        ("{\u{0}\"\u{0}s\u{0}", "no JSON, but `{·\"·s·`"),
    ]

    @Test("Anything else is not documented, and told", arguments: undocumentedBodies)
    func undocumented(body: String, detail: String) throws {
        #expect(try Self.read(body) == .failure(.notDocumented(detail: detail)))
    }

    @Test("What is not UTF-8 is no JSON")
    func notUTF8() throws {
        let body = Array("{\"status\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
        guard case .failure(.notDocumented) = try Self.read(200, body, user: nil) else {
            Issue.record("it was read")
            return
        }
    }

    @Test("A content without an end to its depth does no harm", arguments: ["[", "{\"status\":", "[{\"a\":"])
    func deep(opening: String) throws {
        let body = String(repeating: opening, count: 100_000)
        let failure = try Self.read(body)
        #expect(failure == .failure(.notDocumented(detail: "no JSON, but `\(body.prefix(60))…`")))
    }

    @Test("A content beyond 1 MiB is too large")
    func large() throws {
        let body = Array("{\"status\":\"Ok\"}".utf8) + [UInt8](repeating: 0x20, count: 1 << 20)
        #expect(try Self.read(200, body, user: nil) == .failure(.tooLarge(limit: 1 << 20)))
    }

    @Test("Nothing is nothing", arguments: ["", " \n"])
    func empty(body: String) throws {
        #expect(try Self.read(body) == .failure(.empty(status: 200)))
    }

    @Test("A firewall's page with status 200 is told from other contents")
    func challenge() throws {
        let page = "<!doctype html><title>Just a moment...</title>"
        #expect(try Self.read(page) == .failure(.challenge(by: "Cloudflare's bot check")))
    }

    @Test(
        "A user's id that the server repeats is not quoted",
        arguments: [
            ("error: patient-4711 is not known", "no JSON, but `error: *** is not known`"),
            (
                String(repeating: "y", count: 55) + "patient-4711",
                "no JSON, but `" + String(repeating: "y", count: 55) + "***`"
            ),
        ])
    func repeated(body: String, detail: String) throws {
        #expect(try Self.read(body, user: "patient-4711") == .failure(.notDocumented(detail: detail)))
    }

    @Test(
        "Nothing is quoted where a user's id can be written in several ways",
        arguments: ["error: a b+c@x.example", "a+b%2Bc%40x.example", "a b&#43;c&commat;x.example"])
    func repeatedInAnotherForm(body: String) throws {
        let detail = "no JSON, but \(body.utf8.count) bytes"
        #expect(try Self.read(body, user: "a b+c@x.example") == .failure(.notDocumented(detail: detail)))
    }

    @Test("A status is not the user's id, but a short id may stand in a documented status")
    func repeatedStatus() throws {
        let failure = FetchFailure.notDocumented(detail: "`status` is `Unknown***`, which is no word for a status")
        #expect(try Self.read("{\"status\":\"Unknown12345\"}", user: "12345") == .failure(failure))
        #expect(try Self.read("{\"status\":\"Ok\"}", user: "k") == .success("Ok"))
        #expect(try Self.read("{\"status\":\"InvalidClient\"}", user: "Client") == .success("InvalidClient"))
        #expect(try Self.read("{\"status\":\"Newer\"}", user: "ew") == .success("Newer"))
    }
}
