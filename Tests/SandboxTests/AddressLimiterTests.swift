import Testing

@testable import osteocom_sandbox

@Suite("Rate limit of an address")
struct AddressLimiterTests {
    /// A Unix time, at which a Double is exact to a quarter of a microsecond.
    private static let start = 1_789_948_800.123

    private static func limiter(_ requests: Int, _ seconds: Double) -> AddressLimiter {
        AddressLimiter(limit: RateLimit(requests: requests, seconds: seconds))
    }

    private static func retryIn(_ admission: AddressLimiter.Admission) -> Double? {
        guard case .refused(let retryIn) = admission else { return nil }
        return retryIn
    }

    static let limits = [(1, 60.0), (5, 60), (30, 60), (1000, 60), (7, 0.5), (3, 86_400)]

    @Test("A whole budget at once, then one request at a time as it refills", arguments: limits)
    func refill(_ requests: Int, _ seconds: Double) throws {
        var limiter = Self.limiter(requests, seconds)
        for _ in 0..<requests { #expect(limiter.admit("192.0.2.1", at: Self.start) == .admitted) }
        var now = Self.start
        for _ in 0..<(2 * requests) {
            let retryIn = try #require(Self.retryIn(limiter.admit("192.0.2.1", at: now)))
            #expect(abs(retryIn - seconds / Double(requests)) < 0.01 * seconds / Double(requests))
            let early = try #require(Self.retryIn(limiter.admit("192.0.2.1", at: now + retryIn / 2)))
            #expect(abs(early - retryIn / 2) < 0.01 * retryIn)
            now += retryIn
            #expect(limiter.admit("192.0.2.1", at: now) == .admitted)
        }
    }

    @Test("A budget is full again after its time, and never fuller", arguments: limits)
    func full(_ requests: Int, _ seconds: Double) {
        var limiter = Self.limiter(requests, seconds)
        for start in [Self.start, Self.start + seconds, Self.start + 1000 * seconds] {
            for _ in 0..<requests { #expect(limiter.admit("192.0.2.1", at: start) == .admitted) }
            #expect(limiter.admit("192.0.2.1", at: start) != .admitted)
        }
    }

    @Test("Each address has its own budget")
    func addresses() {
        var limiter = Self.limiter(1, 60)
        for address in ["192.0.2.1", "192.0.2.2", "2001:db8::1", ""] {
            #expect(limiter.admit(address, at: Self.start) == .admitted)
            #expect(limiter.admit(address, at: Self.start) == .refused(retryIn: 60))
        }
    }

    @Test("A clock that is set back gives nothing, and takes nothing for long")
    func clock() {
        var limiter = Self.limiter(2, 60)
        for _ in 0..<2 { #expect(limiter.admit("192.0.2.1", at: Self.start) == .admitted) }
        #expect(limiter.admit("192.0.2.1", at: Self.start - 86_400) == .refused(retryIn: 30))
        #expect(limiter.admit("192.0.2.1", at: Self.start - 86_370) == .admitted)
    }

    @Test("Addresses whose budgets are full again are forgotten, and of others only so many are remembered")
    func memory() {
        var limiter = Self.limiter(2, 60)
        for count in 0..<(3 * AddressLimiter.mostAddresses) {
            #expect(limiter.admit("\(count)", at: Self.start + Double(count) / 1000) == .admitted)
            #expect(limiter.addressCount <= AddressLimiter.mostAddresses)
        }
        #expect(limiter.addressCount > AddressLimiter.mostAddresses / 4)
        for count in 0..<AddressLimiter.mostAddresses { _ = limiter.admit("later \(count)", at: Self.start + 3600) }
        #expect(limiter.addressCount <= AddressLimiter.mostAddresses)
    }

    @Test("An address that has spent most is not forgotten for the sake of others")
    func spender() {
        var limiter = Self.limiter(2, 60)
        for _ in 0..<2 { #expect(limiter.admit("192.0.2.1", at: Self.start) == .admitted) }
        for count in 0..<(2 * AddressLimiter.mostAddresses) { _ = limiter.admit("\(count)", at: Self.start) }
        #expect(limiter.admit("192.0.2.1", at: Self.start) != .admitted)
    }

    @Test("A budget of nothing admits nobody, one without time everybody")
    func strange() {
        var nothing = Self.limiter(0, 60)
        #expect(nothing.admit("192.0.2.1", at: Self.start) == .refused(retryIn: 60))
        var endless = Self.limiter(1, 0)
        for _ in 0..<10 { #expect(endless.admit("192.0.2.1", at: Self.start) == .admitted) }
    }
}
