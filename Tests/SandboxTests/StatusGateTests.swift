import Foundation
import Synchronization
import Testing

@testable import osteocom_sandbox

@Suite("The limit of product-status")
struct StatusGateTests {
    /// A clock that only a test moves.
    private final class Clock: Sendable {
        let seconds = Mutex(1_000_000.0)
        var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
        func advance(by delay: Double) { seconds.withLock { $0 += delay } }
    }

    @Test("Who comes again when Retry-After says so is admitted; another address does not mind")
    func refusal() throws {
        let clock = Clock()
        let gate = StatusGate(RateLimit(requests: 3, seconds: 60)) { clock.now }
        for _ in 0..<3 { #expect(gate.entry(of: "192.0.2.1") == .admitted) }
        guard case .refused(let value) = gate.entry(of: "192.0.2.1") else {
            Issue.record("admitted although the budget is spent")
            return
        }
        let delay = try #require(value.flatMap { Double($0) })
        #expect((1...60).contains(delay))
        #expect(gate.entry(of: "192.0.2.2") == .admitted)
        #expect(gate.entry(of: "2001:db8::1") == .admitted)
        clock.advance(by: delay)
        #expect(gate.entry(of: "192.0.2.1") == .admitted)
    }

    @Test("Without a limit everybody is admitted")
    func noLimit() {
        let gate = StatusGate(nil)
        #expect((0..<1000).allSatisfy { _ in gate.entry(of: "192.0.2.1") == .admitted })
    }

    @Test(
        "Retry-After in every form, never too early",
        arguments: [
            (RateLimit.RetryAfter.seconds, 1.2, "2"), (.seconds, 2, "2"), (.seconds, 0.001, "1"), (.seconds, 0, "1"),
            (.seconds, -5, "1"), (.seconds, .infinity, "1000000000"), (.none, 5, nil),
            (.date, 0.2, "Sun, 06 Nov 1994 08:49:38 GMT"), (.date, 0.5, "Sun, 06 Nov 1994 08:49:38 GMT"),
            (.date, 0.6, "Sun, 06 Nov 1994 08:49:39 GMT"), (.date, 86_399.5, "Mon, 07 Nov 1994 08:49:37 GMT"),
            (.text("tomorrow, perhaps"), 5, "tomorrow, perhaps"),
        ] as [(RateLimit.RetryAfter, Double, String?)])
    func retryAfter(_ form: RateLimit.RetryAfter, _ delay: Double, _ expected: String?) {
        let now = Date(timeIntervalSince1970: 784_111_777.5)
        #expect(form.value(after: delay, at: now) == expected)
    }
}
