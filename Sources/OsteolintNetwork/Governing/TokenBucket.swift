/// Whole tokens, of which one comes back each interval.
///
/// The instant of the next token is kept, not a fraction of it: who waits until then gets it.
struct TokenBucket: Sendable {
    private let size: Int
    private var tokens: Int
    /// The instant at which the next token is there; that at which it became full where it is full.
    private var next: Double
    /// Seconds in which a token comes back, from the next one on.
    var interval: Double

    /// Makes a full bucket.
    init(size: Int, interval: Double, at now: Double) {
        self.size = size
        self.interval = interval
        tokens = size
        next = now
    }

    /// The earliest instant at which a token may be taken.
    mutating func nextToken(at now: Double) -> Double {
        refill(at: now)
        return tokens > 0 ? now : next
    }

    /// Takes a token that is there.
    mutating func take(at now: Double) {
        refill(at: now)
        if tokens == size { next = max(next, now) + interval }
        tokens -= 1
    }

    /// Leaves nothing until an instant, at which there is one token.
    mutating func empty(until instant: Double) {
        tokens = 0
        next = instant
    }

    private mutating func refill(at now: Double) {
        guard tokens < size, now >= next else { return }
        let made = ((now - next) / interval).rounded(.down) + 1
        guard made < Double(size - tokens) else {
            tokens = size
            next = now
            return
        }
        tokens += Int(made)
        next += made * interval
    }
}
