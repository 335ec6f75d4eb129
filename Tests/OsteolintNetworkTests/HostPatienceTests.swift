import ContentSecurityPolicy
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Patience with a host")
struct HostPatienceTests {
    /// Fri, 31 Dec 2027 23:59:52 GMT.
    private static let now = 1_830_297_592.0

    private static func answer(_ failure: FetchFailure) throws -> EmbedResponse {
        let url = try #require(WebURL("https://www.osteocom.me/"))
        return EmbedResponse(url: url, origin: nil, hops: [], ending: .failed(failure))
    }

    @Test("Three 429 in a row are enough, others between them begin the count again")
    func inARow() throws {
        var patience = HostPatience()
        for _ in 1...2 { patience.take(try Self.answer(.rateLimited(retryAfter: nil)), at: Self.now) }
        patience.take(try Self.answer(.timedOut(seconds: 1)), at: Self.now)
        for _ in 1...2 { patience.take(try Self.answer(.rateLimited(retryAfter: nil)), at: Self.now) }
        #expect(!patience.isExhausted)
        patience.take(try Self.answer(.rateLimited(retryAfter: nil)), at: Self.now)
        #expect(patience.isExhausted)
        patience.startRound()
        #expect(!patience.isExhausted)
    }

    static let pauses: [(String?, Double)] = [
        (nil, 0.5), ("0", 0.5), ("0.1", 0.5), ("3", 3), ("2.5", 2.5), ("10", 10), ("11", 10), ("86400", 10),
        ("-1", 10), ("soon", 10), ("", 10), ("nan", 10), ("inf", 10), ("1e999", 10),
        ("Fri, 31 Dec 2027 23:59:59 GMT", 7), ("Sat, 01 Jan 2028 00:00:59 GMT", 10),
        ("Fri, 31 Dec 2027 23:59:00 GMT", 0.5), ("3, 5", 5), ("99999999999999999999999999", 10),
    ]

    @Test("Retry-After is honoured as far as is sensible", arguments: pauses)
    func pause(_ retryAfter: String?, _ seconds: Double) throws {
        var patience = HostPatience()
        patience.take(try Self.answer(.rateLimited(retryAfter: retryAfter)), at: Self.now)
        #expect(patience.pauseBeforeSecondLook == seconds)
    }

    @Test("A date is held against the answer's own clock")
    func date() throws {
        let url = try #require(WebURL("https://www.osteocom.me/"))
        let fields = [
            ResponseField(name: "date", value: "Sun, 06 Nov 1994 08:49:37 GMT"),
            ResponseField(name: "retry-after", value: "Sun, 06 Nov 1994 08:49:40 GMT"),
        ]
        let hop = ResponseHop(url: url, status: 429, fields: fields)
        var patience = HostPatience()
        patience.take(
            EmbedResponse(url: url, origin: nil, hops: [hop], ending: .failed(.rateLimited(retryAfter: "garbage"))),
            at: Self.now)
        #expect(patience.pauseBeforeSecondLook == 3)
    }
}
