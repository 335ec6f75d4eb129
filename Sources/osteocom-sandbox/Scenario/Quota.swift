/// How many of the requests that a behaviour is meant for it takes; the others pass on to the next behaviour.
struct Quota: Sendable, Equatable {
    /// After so many it takes none any more; nil where there is no end to it.
    var times: Int?
    /// It takes each of this number: 1 every one, 2 the second, the fourth and so on.
    var every = 1
    private(set) var seen = 0
    private(set) var taken = 0

    init(times: Int? = nil, every: Int = 1) {
        self.times = times
        self.every = every
    }

    /// Counts a request, and tells whether it is taken.
    mutating func take() -> Bool {
        seen += 1
        guard seen.isMultiple(of: every), taken < times ?? .max else { return false }
        taken += 1
        return true
    }
}
