import OsteolintCore
import Testing

@testable import OsteolintNetwork

@Suite("The order of questions")
struct ProbeQueueTests {
    private static func queue(_ ids: [String]) throws -> ProbeQueue {
        ProbeQueue(
            try ids.map { id in
                try StatusTarget("https://www.osteocom.me/embed/a?clientId=\(id.prefix(1))&productId=\(id.dropFirst())")
            })
    }

    /// Takes what waits, and answers it in a way; the names of what was asked, in order.
    private static func drain(
        _ queue: inout ProbeQueue, _ answer: (String) -> Result<String, FetchFailure>
    ) -> [String] {
        var asked: [String] = []
        while let index = queue.next, asked.count < 100 {
            queue.take()
            let question = queue.targets[index].question
            asked.append((question.clientID ?? "") + (question.productID ?? ""))
            queue.record(answer(asked.last ?? ""), of: index)
        }
        return asked
    }

    @Test("One question of each client comes first, the others in their order")
    func clients() throws {
        var queue = try Self.queue(["a1", "a2", "b1", "a3", "c1", "b2"])
        let asked = Self.drain(&queue) { _ in .success("Ok") }
        #expect(asked == ["a1", "b1", "c1", "a2", "a3", "b2"])
        #expect(queue.statuses.map(\.target.question.productID) == ["1", "2", "1", "3", "1", "2"])
        #expect(queue.statuses.allSatisfy { $0.attempts == 1 && $0.word == "Ok" })
    }

    static let passing: [FetchFailure] = [
        .serverError(status: 503), .timedOut(seconds: 1), .cutOff, .unreachable(host: "h", detail: "d"),
        .challenge(by: "x"), .empty(status: 200),
    ]

    @Test("What fails in passing is asked twice more, after the others", arguments: passing)
    func secondLook(failure: FetchFailure) throws {
        var queue = try Self.queue(["a1", "a2", "a3"])
        let asked = Self.drain(&queue) { $0 == "a1" ? .failure(failure) : .success("Ok") }
        #expect(asked == ["a1", "a2", "a3", "a1", "a1"])
        #expect(queue.statuses[0].failure == failure && queue.statuses[0].attempts == 3)
    }

    @Test(
        "What fails for good is asked once",
        arguments: [
            FetchFailure.forbidden(status: 403), .unexpectedStatus(404), .redirected(to: "x"), .tooLarge(limit: 1),
        ])
    func forGood(failure: FetchFailure) throws {
        var queue = try Self.queue(["a1", "a2"])
        let asked = Self.drain(&queue) { _ in .failure(failure) }
        #expect(asked == ["a1", "a2"])
        #expect(queue.statuses.allSatisfy { $0.failure == failure && $0.attempts == 1 })
    }

    @Test("What is answered 429 comes again until it is given up, and keeps its answer")
    func rateLimited() throws {
        var queue = try Self.queue(["a1", "a2"])
        for (index, answer) in [(0, nil), (1, "Ok"), (0, nil)] as [(Int, String?)] {
            #expect(queue.next == index)
            queue.take()
            let result: Result<String, FetchFailure> =
                if let answer { .success(answer) } else { .failure(.rateLimited(retryAfter: "9")) }
            queue.record(result, of: index)
        }
        #expect(queue.next == 0)
        queue.giveUp { _ in .hostRateLimits(host: "h") }
        #expect(queue.next == nil)
        #expect(queue.statuses.map(\.failure) == [.rateLimited(retryAfter: "9"), nil])
        #expect(queue.statuses.map(\.attempts) == [2, 1])
    }

    @Test("What cannot be asked again keeps what was found out before")
    func interruptedSecondLook() throws {
        var queue = try Self.queue(["a1", "a2"])
        queue.take()
        queue.record(.failure(.serverError(status: 500)), of: 0)
        queue.take()
        queue.record(.failure(.interrupted), of: 1)
        queue.take()
        queue.record(.failure(.interrupted), of: 0)
        #expect(queue.statuses.map(\.failure) == [.serverError(status: 500), .interrupted])
        #expect(queue.statuses.map(\.attempts) == [2, 1])
    }

    @Test(
        "What fails for the whole host fails for all of its questions",
        arguments: [
            (FetchFailure.unresolved(host: "h"), 3, 0), (.tls(host: "h", detail: "d"), 3, 3),
            (.addressNotPublic(host: "h", address: "10.0.0.1"), 1, 0),
        ])
    func host(failure: FetchFailure, asks: Int, attempts: Int) throws {
        let hosts = ["www.osteocom.me", "www.osteocom.me", "test.osteocom.me", "www.osteocom.me"]
        var queue = ProbeQueue(
            try hosts.enumerated().map { index, host in
                try StatusTarget("https://\(host)/embed/a?clientId=c&productId=\(index)")
            })
        let asked = Self.drain(&queue) { $0 == "c2" ? .success("Ok") : .failure(failure) }
        #expect(asked == Array(repeating: "c0", count: asks) + ["c2"])
        #expect(queue.statuses.map(\.failure) == [failure, failure, nil, failure])
        #expect(queue.statuses.map(\.attempts) == [attempts, 0, 1, 0])
    }
}
