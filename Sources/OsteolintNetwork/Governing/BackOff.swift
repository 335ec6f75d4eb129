/// How long to keep still after a request that failed, where the server does not say: twice as long each time.
struct BackOff: Sendable {
    /// The first, in seconds.
    private static let shortest = 1.0
    private static let longest = 60.0

    private let jitter: @Sendable () -> Double
    private var inARow = 0

    init(jitter: @escaping @Sendable () -> Double) {
        self.jitter = jitter
    }

    mutating func advance() { inARow += 1 }

    mutating func reset() { inARow = 0 }

    /// Seconds; between half of it and the whole, so that several who began at one instant spread.
    var seconds: Double {
        var whole = Self.shortest
        for _ in 1..<max(inARow, 1) where whole < Self.longest { whole *= 2 }
        let spread = jitter()
        return min(whole, Self.longest) * (spread >= 0 && spread <= 1 ? (1 + spread) / 2 : 1)
    }
}
