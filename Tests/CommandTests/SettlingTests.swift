import Testing

@testable import osteolint

@Suite("How long --watch waits for the end of changes")
struct SettlingTests {
    private let start = ContinuousClock.now

    private func after(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    @Test("A single change is waited for until nothing has changed for a while")
    func single() {
        let settling = Settling(at: start)
        #expect(settling.wait(at: start) == 81)
        #expect(settling.wait(at: after(50)) == 31)
        #expect(settling.wait(at: after(80)) == nil)
        #expect(settling.wait(at: after(5000)) == nil)
    }

    @Test("Each further change begins the wait anew")
    func several() {
        var settling = Settling(at: start)
        settling.change(at: after(70))
        #expect(settling.wait(at: after(80)) == 71)
        #expect(settling.wait(at: after(150)) == nil)
    }

    @Test("Changes that never end are not waited for for ever")
    func endless() {
        var settling = Settling(at: start)
        for time in stride(from: 0, through: 1990, by: 10) { settling.change(at: after(time)) }
        #expect(settling.wait(at: after(1990)) == 11)
        settling.change(at: after(1999))
        #expect(settling.wait(at: after(2000)) == nil)
    }
}
