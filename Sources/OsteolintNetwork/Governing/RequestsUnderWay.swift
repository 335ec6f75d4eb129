/// The requests that were granted and not answered yet.
///
/// Of a whole handful that was under way when the first 429 came, more 429 say nothing new. Answers are taken to come
/// in the order of their requests; where they do not, the count is right all the same.
struct RequestsUnderWay: Sendable {
    private var count = 0
    private var beforeRateLimit = 0
    private var beforeFailure = 0

    mutating func start() { count += 1 }

    /// Takes note of an answer, and tells which requests it belongs to.
    mutating func finish() -> (isBeforeRateLimit: Bool, isBeforeFailure: Bool) {
        let answer = (isBeforeRateLimit: beforeRateLimit > 0, isBeforeFailure: beforeFailure > 0)
        count = max(count - 1, 0)
        beforeRateLimit = max(beforeRateLimit - 1, 0)
        beforeFailure = max(beforeFailure - 1, 0)
        return answer
    }

    /// Takes note that the last answer was a 429, so that what is under way is older than it.
    mutating func noteRateLimit() { beforeRateLimit = count }

    /// The same of an answer that failed in passing.
    mutating func noteFailure() { beforeFailure = count }
}
