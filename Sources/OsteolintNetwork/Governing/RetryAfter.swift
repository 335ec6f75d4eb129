/// What `Retry-After` says, in all fields of that name together (RFC 9110, section 10.2.3).
struct RetryAfter: Hashable {
    /// A value longer than this says nothing.
    private static let longestValue = 512
    /// So many values are looked at.
    private static let mostValues = 8

    /// The longest time that is said, in seconds.
    ///
    /// Zero where only zeros and dates in the past are said; infinite where the number is past all counting.
    let seconds: Double

    /// Reads the values of the fields; nil where none of them is a time.
    ///
    /// - Parameters:
    ///   - values: of each field, in any order; one may hold several, with commas between them.
    ///   - now: the server's time, in seconds since 1970.
    init?(_ values: some Sequence<String>, now: Double) {
        let usable = values.prefix(Self.mostValues).filter { $0.utf8.count <= Self.longestValue }
        guard let longest = usable.flatMap({ Self.times(in: $0, now: now) }).max() else { return nil }
        seconds = longest
    }

    /// A comma stands between two values, and inside a date too.
    private static func times(in value: String, now: Double) -> [Double] {
        var times: [Double] = []
        var parts = value.split(separator: ",")[...]
        while let part = parts.popFirst() {
            if let time = DecimalNumber(part)?.value ?? time(until: part, now: now) {
                times.append(time)
            } else if let rest = parts.first, let time = time(until: "\(part),\(rest)", now: now) {
                parts.removeFirst()
                times.append(time)
            }
        }
        return times
    }

    private static func time(until text: some StringProtocol, now: Double) -> Double? {
        HTTPDate(text, now: now).map { max($0.unixTime - now, 0) }
    }
}
