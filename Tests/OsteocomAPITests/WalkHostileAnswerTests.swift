import ContentSecurityPolicy
import OsteocomAPI
import OsteolintCore
import Testing

@Suite("A walk through the API: answers from which nothing can be told")
struct WalkHostileAnswerTests {
    private static let failures: [(FetchFailure, String, String)] = [
        (.timedOut(seconds: 20), "no answer: timed-out", "no complete answer within 20 seconds"),
        (.tls(host: "test.osteocom.me", detail: "expired"), "no answer: tls", "no secure connection"),
        (
            .redirected(to: "https://evil.example/?t=x"), "no answer: redirect",
            "a redirect to https://evil.example came, where an answer was due"
        ),
        (.redirected(to: "/login"), "no answer: redirect", "a redirect came, where an answer was due"),
        (.interrupted, "no answer: interrupted", "interrupted before the answer was there"),
    ]

    @Test("No answer leaves the call open, and says why", arguments: failures)
    func noAnswer(_ failure: FetchFailure, _ got: String, _ remark: String) throws {
        for call in WalkCall.allCases where call != .authorizationWithEmail {
            let row = try #require(WalkScript(call, .failure(failure)).row(call))
            #expect(row.verdict == .open)
            #expect(row.got == got)
            #expect(row.remarks.count == 1 && row.remarks[0].hasPrefix(remark))
            #expect(row.deviations == [])
        }
    }

    @Test("A status of the moment leaves the call open", arguments: [408, 425, 429, 500, 502, 503, 599])
    func passing(_ status: Int) throws {
        for call in WalkCall.allCases where call != .authorizationWithEmail {
            let row = try #require(WalkScript(call, .success(WalkScript.json(status, "{}"))).row(call))
            #expect(row.verdict == .open)
            #expect(row.got == "\(status)")
            #expect(row.remarks[0].hasPrefix("\(status):"))
        }
    }

    @Test("A page in HTML leaves the call open, unless it comes with the error that was due")
    func page() throws {
        let html = "<!doctype html><title>Access denied</title>"
        for status in [200, 403, 404] {
            let answer = WalkScript.response(status, "text/html; charset=utf-8", html)
            let row = try #require(WalkScript(.login, .success(answer)).row(.login))
            #expect(row.verdict == .open)
            #expect(row.got == "\(status), HTML")
        }
        let unlabelled = WalkScript.response(200, "", "  " + html)
        #expect(WalkScript(.login, .success(unlabelled)).row(.login)?.verdict == .open)
        let due = WalkScript.response(401, "text/html", html)
        #expect(WalkScript(.loginWithWrongSecret, .success(due)).row(.loginWithWrongSecret)?.verdict == .ok)
    }

    @Test("Nothing that a server sends back brings a secret or a token into the table")
    func echoes() {
        let planted = WalkScript.planted.joined(separator: " ")
        let fields = ["Retry-After", "Location", "X-Echo"].map { ResponseField(name: $0, value: planted) }
        var answers: [Result<APIResponse, FetchFailure>] = [
            .failure(.redirected(to: "https://\(WalkScript.secret.lowercased()).example/\(planted)")),
            .failure(.tls(host: "test.osteocom.me", detail: planted)), .failure(.notHTTP(detail: planted)),
        ]
        for status in [200, 302, 400, 401, 429, 500] {
            for body in [
                planted, #"{"token":"\#(planted)","expiresIn":"\#(planted)","\#(planted)":1}"#, "<p>\(planted)",
            ] {
                answers.append(.success(WalkScript.response(status, planted, body, fields)))
            }
        }
        for call in WalkCall.allCases {
            for answer in answers {
                let (walk, _) = WalkScript(call, answer).run()
                let text = walk.calls.map { "\($0)" }.joined() + "\(walk.unrevoked.debugDescription)"
                for secret in WalkScript.planted where text.lowercased().contains(secret.lowercased()) {
                    Issue.record("\(call): a secret came out: \(answer)")
                }
            }
        }
    }

    @Test("A product that is named after the secret is not named")
    func productOfSecret() throws {
        var script = WalkScript(
            .catalogue, .success(WalkScript.json(200, WalkScript.catalogue(WalkScript.product, by: WalkScript.secret))))
        script.answers[.revocation] = .failure(.cutOff)
        #expect(try #require(script.run().walk.unrevoked).productID == "***")
    }

    @Test("Deep nesting, much of the same, and long texts neither crash nor come out")
    func large() throws {
        let bodies = [
            String(repeating: "[", count: 100_000), String(repeating: #"{"catalog":"#, count: 20_000),
            #"{"catalog":[\#(Array(repeating: "{}", count: 20_000).joined(separator: ","))]}"#,
            #"{"catalog":[{"idChannel":"\#(String(repeating: "x", count: 100_000))","video":[{"videoId":"v"}]}]}"#,
            #"{"token":"\#(String(repeating: ".", count: 100_000))"}"#, "\u{FEFF}{}",
            "{\"token\":\"a\\u000d\\u000ab\"}",
        ]
        for body in bodies {
            for call in [WalkCall.login, .catalogue, .videoAccess] {
                let row = try #require(WalkScript(call, .success(WalkScript.json(200, body))).row(call))
                #expect(row.verdict == .differs)
                #expect(row.deviations.joined().utf8.count < 2000)
            }
        }
    }

    @Test("An answer that is larger than any catalogue is not read")
    func tooLarge() throws {
        let body = #"{"catalog":["\#(String(repeating: "x", count: 8 << 20))"]}"#
        let row = try #require(WalkScript(.catalogue, .success(WalkScript.json(200, body))).row(.catalogue))
        #expect(row.verdict == .open)
        #expect(row.remarks == ["the answer is larger than 8388608 bytes"])
    }
}
