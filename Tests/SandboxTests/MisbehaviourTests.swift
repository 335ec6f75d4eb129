import AsyncHTTPClient
import HummingbirdCore
import NIOCore
import NIOHTTP1
import Testing

@testable import osteocom_sandbox

@Suite("Answers that are wrong on purpose")
struct MisbehaviourTests {
    /// The answer to a card's request where one behaviour is set.
    private func answer(_ behaviour: String, _ asking: Asking = Asking()) async throws -> Answer {
        try await Sandbox(SampleScenario.behaving(behaviour)).answer(SampleScenario.card, asking)
    }

    @Test("An error's page without any policy", arguments: [403, 404, 429, 500, 503])
    func status(_ status: Int) async throws {
        let answer = try await answer("status: \(status)")
        #expect(answer.status == status)
        #expect(answer.policies.isEmpty)
        #expect(answer.body.contains("<title>\(status) "))
        #expect(!answer.isCard && !answer.isPlaceholder)
    }

    @Test("A status below 400 alone changes nothing else")
    func success() async throws {
        let answer = try await answer("status: 203")
        #expect(answer.status == 203)
        #expect(answer.isCard)
        #expect(answer.policies == [SampleScenario.policy])
    }

    @Test("A status that has no body", arguments: [204, 304])
    func withoutBody(_ status: Int) async throws {
        let answer = try await answer("status: \(status)")
        #expect(answer.status == status)
        #expect(answer.bytes.isEmpty)
        #expect(answer["Content-Length"] == [])
    }

    @Test("Status, body and fields together; a name twice, a name without value", arguments: [false, true])
    func fields(_ isHTTP2: Bool) async throws {
        let answer = try await answer(
            "status: 429, body: wait, fields: [Retry-After: 2, retry-after: 'tomorrow', Cache-Control: ]",
            Asking(isHTTP2: isHTTP2))
        #expect(answer.status == 429)
        #expect(answer.body == "wait")
        #expect(answer["Retry-After"] == ["2", "tomorrow"])
        #expect(answer["Cache-Control"] == [])
    }

    @Test("Fields replace what the card has")
    func replacedFields() async throws {
        let answer = try await answer("fields: [Content-Type: text/plain, X-Frame-Options: DENY]")
        #expect(answer["Content-Type"] == ["text/plain"])
        #expect(answer["X-Frame-Options"] == ["DENY"])
        #expect(answer.policies == [SampleScenario.policy])
        #expect(answer.isCard)
    }

    @Test("An empty body")
    func emptyBody() async throws {
        let answer = try await answer("emptyBody: true")
        #expect(answer.status == 200)
        #expect(answer.bytes.isEmpty)
        #expect(answer.policies == [SampleScenario.policy])
        #expect(try await self.answer("emptyBody: false, delay: 0").isCard)
    }

    @Test("A body of a size, longer and shorter than the card", arguments: [10, 300_000, 5_000_000], [false, true])
    func bodySize(_ size: Int, _ isHTTP2: Bool) async throws {
        let answer = try await answer("bodySize: \(size)", Asking(isHTTP2: isHTTP2))
        #expect(answer.bytes.count == size)
        #expect(answer["Content-Length"] == ["\(size)"])
        #expect(answer.body.hasPrefix("<!DOCTYPE "))
        #expect(answer.policies == [SampleScenario.policy])
    }

    @Test("A body cut off: the head is whole, what follows is not", arguments: [0, 100, 50_000], [false, true])
    func cutAfter(_ count: Int, _ isHTTP2: Bool) async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("cutAfter: \(count)"))
        let (status, announced, received, failed) = try await sandbox.ask(
            SampleScenario.card, Asking(isHTTP2: isHTTP2)
        ) { response in
            var received = 0
            var failed = false
            do {
                for try await piece in response.body { received += piece.readableBytes }
            } catch {
                failed = true
            }
            return (
                response.status, response.headers.first(name: "Content-Length").flatMap { Int($0) }, received, failed
            )
        }
        #expect(status == .ok)
        #expect(announced.map { $0 > count } == true)
        #expect(failed)
        #expect(received <= count)
        #expect(try await sandbox.answer("/health").status == 200)
    }

    @Test("A cut body is sent up to the very byte", arguments: [(0, ""), (3, "abc"), (6, "abcd  ")])
    func cutBytes(_ count: Int, _ expected: String) async throws {
        let body = ResponseBody.cut(ByteBuffer(string: "abcd"), after: count)
        #expect(body.contentLength == max(4, count + 1))
        let collector = BodyCollector()
        await #expect(throws: ResponseBody.CutOff.self) { try await body.write(collector) }
        #expect(String(buffer: collector.collected) == expected)
    }

    @Test("A body that drips has no announced end, and goes on behind the card", arguments: [false, true])
    func drip(_ isHTTP2: Bool) async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("drip: 20000"))
        let (length, text) = try await sandbox.ask(SampleScenario.card, Asking(isHTTP2: isHTTP2)) { response in
            var bytes: [UInt8] = []
            for try await piece in response.body {
                bytes += piece.readableBytesView
                if bytes.count >= 3 * 2000 { break }
            }
            return (response.headers.first(name: "Content-Length"), String(decoding: bytes, as: UTF8.self))
        }
        #expect(length == nil)
        #expect(text.contains("</html>"))
        #expect(text.hasSuffix("    "))
    }

    @Test("A delay holds back even the head")
    func delay() async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("delay: 3600, path: /embed/slow"))
        await #expect(throws: HTTPClientError.deadlineExceeded) {
            try await sandbox.ask("/embed/slow?" + SampleScenario.query, timeout: .milliseconds(300)) { _ in }
        }
        #expect(try await sandbox.answer(SampleScenario.card).isCard)
    }

    @Test(
        "Redirects: to another host as written, along with the query where the target has none",
        arguments: [
            ("redirect: https://other.example/card", 302, "https://other.example/card?" + SampleScenario.query),
            ("redirect: 'https://other.example/?a=b', redirectStatus: 301", 301, "https://other.example/?a=b"),
            ("redirect: /embed/next, redirectStatus: 308", 308, "/embed/next?" + SampleScenario.query),
            ("redirectLoop: true", 302, SampleScenario.card),
            ("redirectLoop: true, redirectStatus: 307", 307, SampleScenario.card),
        ])
    func redirect(_ behaviour: String, _ status: Int, _ location: String) async throws {
        let answer = try await answer(behaviour)
        #expect(answer.status == status)
        #expect(answer["Location"] == [location])
        #expect(answer.bytes.isEmpty)
        #expect(answer.policies == [SampleScenario.policy])
    }

    @Test("A firewall's page: status 200 and no policy of ours", arguments: [false, true])
    func firewallPage(_ isHTTP2: Bool) async throws {
        let answer = try await answer("firewallPage: true", Asking(isHTTP2: isHTTP2))
        #expect(answer.status == 200)
        #expect(answer.policies.isEmpty)
        #expect(answer["Server"] == ["edge-shield"])
        #expect(answer.body.contains("Checking your browser"))
        #expect(!answer.isCard && !answer.isPlaceholder)
        #expect(try await self.answer("firewallPage: true, status: 403").status == 403)
    }

    @Test("HEAD gets a wrong head without a body, even of bodies that never end")
    func head() async throws {
        let answer = try await answer("drip: 1", Asking(method: .HEAD))
        #expect(answer.status == 200)
        #expect(answer.bytes.isEmpty)
    }

    @Test("Paths without a route can misbehave too")
    func otherPaths() async throws {
        let sandbox = try await Sandbox(SampleScenario.behaving("path: /api2/*, status: 503"))
        #expect(try await sandbox.answer("/api2/embed/x").status == 503)
        #expect(try await sandbox.answer("/api3").status == 404)
    }
}
