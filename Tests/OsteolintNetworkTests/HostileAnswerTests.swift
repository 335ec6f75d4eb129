import LoopbackServer
import OsteolintCore
import OsteolintNetwork
import Testing

@Suite("Hostile answers", .timeLimit(.minutes(2)))
struct HostileAnswerTests {
    /// An answer, and how it is to be taken.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [ServerStep]
        let reason: Failure.Reason

        init(_ name: String, _ reason: Failure.Reason, _ steps: [ServerStep]) {
            testDescription = name
            self.reason = reason
            self.steps = steps
        }
    }

    private static let okay = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    private static let filler = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 14)

    static let endless = [
        Case("a body without end", .tooLarge, [.send(okay + "\r\n"), .flood(filler)]),
        Case(
            "a chunked body without end", .tooLarge,
            [
                .send(okay + "Transfer-Encoding: chunked\r\n\r\n"), .flood(Array("4000\r\n".utf8) + filler + [13, 10]),
            ]),
        Case("header fields without end", .notHTTP, [.send(okay), .flood(Array("X-Filler: more and more\r\n".utf8))]),
        Case("a field value without end", .notHTTP, [.send(okay + "X-Filler: "), .flood(filler)]),
        Case("a field name without end", .notHTTP, [.send(okay), .flood(filler)]),
        Case(
            "trailers without end", .notHTTP,
            [
                .send(okay + "Transfer-Encoding: chunked\r\n\r\n0\r\n"),
                .flood(Array("X-Filler: more and more\r\n".utf8)),
            ]),
        Case(
            "a gzip bomb without end", .tooLarge,
            [
                .send(okay + "Content-Encoding: gzip\r\n\r\n"), .send(Gzip.bombHead), .flood(Gzip.bombPeriod),
            ]),
        Case(
            "a gzip bomb", .tooLarge,
            [
                .respond(
                    200, [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], body: Gzip.bomb(periods: 20_000)
                )
            ]),
    ]

    @Test("What has no end is given up in time and takes little", arguments: endless)
    func end(_ example: Case) async throws {
        let encounter = try await Encounter(with: example.steps)
        #expect(encounter.hostile.failure?.reason == example.reason)
        #expect(encounter.good.failure == nil)
        // What the operating system holds for a connection is some MiB.
        #expect(encounter.log.bytesSent < 24 << 20)
    }

    static let slow = [
        Case("nothing", .timedOut, [.hold]),
        Case("a head bit by bit", .timedOut, [.send(okay), .drip(Array("X-A: b\r\n".utf8), everyMilliseconds: 5)]),
        Case("a body bit by bit", .timedOut, [.send(okay + "\r\n"), .drip([97], everyMilliseconds: 5)]),
        Case("half a body, then nothing", .timedOut, [.send(okay + "Content-Length: 20\r\n\r\n<html>"), .hold]),
        Case(
            "a redirect that ends nowhere", .timedOut,
            [
                .send("HTTP/1.1 302 Found\r\nLocation: /good\r\nContent-Length: 20\r\n\r\n"), .hold,
            ]),
    ]

    @Test("What is slow is given up in time", arguments: slow)
    func time(_ example: Case) async throws {
        var limits = FetchLimits.small
        limits.seconds = 1
        let encounter = try await Encounter(with: example.steps, limits: limits)
        #expect(encounter.hostile.failure == .timedOut(seconds: 1))
        #expect(encounter.hostile.failure?.reason == example.reason)
    }

    @Test("Interim responses without end are given up in time")
    func interim() async throws {
        var limits = FetchLimits.small
        limits.seconds = 1
        let encounter = try await Encounter(
            with: [.drip(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), everyMilliseconds: 1)], limits: limits)
        #expect(encounter.hostile.failure == .timedOut(seconds: 1))
    }

    @Test("A status line without end is given up in time")
    func statusLine() async throws {
        var limits = FetchLimits.small
        limits.seconds = 1
        let encounter = try await Encounter(with: [.send("HTTP/1.1 200 "), .flood(Self.filler)], limits: limits)
        #expect(encounter.hostile.failure == .timedOut(seconds: 1))
    }

    static let malformed = [
        Case("HTTP/0.9", .notHTTP, [.send("<!doctype html><title>Course</title>"), .close]),
        Case("an HTTP version that does not exist", .notHTTP, [.send("HTTP/7.3 200 OK\r\n\r\n"), .close]),
        Case("another protocol", .notHTTP, [.send("220 mail.example ESMTP\r\n"), .hold]),
        Case("a field name with a space", .notHTTP, [.send(okay + "X Y: z\r\n\r\n"), .close]),
        Case("a field name with a control character", .notHTTP, [.send(okay + "X\u{1}Y: z\r\n\r\n"), .close]),
        Case("a field value with NUL", .notHTTP, [.send(okay + "X: a\u{0}b\r\n\r\n"), .close]),
        Case("a field without a colon", .notHTTP, [.send(okay + "nonsense\r\n\r\n"), .close]),
        Case("two lengths", .notHTTP, [.send(okay + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"), .close]),
        Case("a length that is none", .notHTTP, [.send(okay + "Content-Length: many\r\n\r\nabcde"), .close]),
        Case(
            "a length beyond all integers", .notHTTP,
            [
                .send(okay + "Content-Length: 99999999999999999999999\r\n\r\nabcde"), .close,
            ]),
        Case(
            "a chunk size that is none", .notHTTP,
            [
                .send(okay + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), .hold,
            ]),
        Case(
            "content that is not gzip", .notHTTP,
            [
                .respond(
                    200, [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], text: "<html>plain</html>")
            ]),
        Case(
            "a status that asks for another protocol", .unexpectedStatus,
            [
                .send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: nonsense\r\nConnection: upgrade\r\n\r\n"), .close,
            ]),
    ]

    @Test("What is malformed is no answer", arguments: malformed)
    func malformation(_ example: Case) async throws {
        let encounter = try await Encounter(with: example.steps)
        #expect(encounter.hostile.failure?.reason == example.reason, "\(encounter.hostile.failure?.message ?? "none")")
        #expect(encounter.good.failure == nil)
    }

    static let broken: [Case] = [("closed", ServerStep.close), ("cut", .cut), ("reset", .reset)].flatMap { how, end in
        [
            Case("\(how) without a word", .unreachable, [end]),
            Case("\(how) in the head", .unreachable, [.send(okay), end]),
            Case("\(how) in the body", .unreachable, [.send(okay + "Content-Length: 100\r\n\r\n<html>"), end]),
            Case(
                "\(how) in a chunk", .unreachable,
                [
                    .send(okay + "Transfer-Encoding: chunked\r\n\r\n40\r\n<html>"), end,
                ]),
            Case(
                "\(how) before the last chunk", .unreachable,
                [
                    .send(okay + "Transfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n"), end,
                ]),
        ]
    }

    @Test("What breaks off is no answer", arguments: broken)
    func end(of example: Case) async throws {
        let encounter = try await Encounter(with: example.steps)
        #expect(encounter.hostile.failure?.reason == example.reason, "\(encounter.hostile.failure?.message ?? "none")")
        #expect(encounter.good.failure == nil)
    }

    @Test("A body that ends early is told from a server that says nothing")
    func cutOff() async throws {
        let body = try await Encounter(with: [.send(Self.okay + "Content-Length: 100\r\n\r\n<html>"), .close])
        #expect(body.hostile.failure == .cutOff)
        let nothing = try await Encounter(with: [.close])
        guard case .unreachable(host: "127.0.0.1", _)? = nothing.hostile.failure else {
            Issue.record("\(nothing.hostile.failure?.message ?? "no failure")")
            return
        }
    }

    @Test("A length beyond the limit is refused before any content comes")
    func announced() async throws {
        let encounter = try await Encounter(with: [.send(Self.okay + "Content-Length: 65537\r\n\r\n"), .hold])
        #expect(encounter.hostile.failure == .tooLarge(limit: 1 << 16))
        let fits = try await Encounter(with: [.respond(body: [UInt8](repeating: 97, count: 1 << 16))], asPage: true)
        #expect(fits.hostile.text?.utf8.count == 1 << 16)
    }

    @Test("A content of unknown length ends with the connection")
    func closeDelimited() async throws {
        let encounter = try await Encounter(with: [.send(Self.okay + "\r\n<html>card</html>"), .close], asPage: true)
        #expect(encounter.hostile.text == "<html>card</html>")
    }

    @Test("A content in gzip is read")
    func gzip() async throws {
        let page = "<!doctype html><title>Course</title>"
        let encounter = try await Encounter(
            with: [
                .respond(
                    200, [("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
                    body: Gzip.stored(Array(page.utf8)))
            ], asPage: true)
        #expect(encounter.hostile.text == page)
    }
}
