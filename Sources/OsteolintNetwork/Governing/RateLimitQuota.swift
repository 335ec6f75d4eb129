/// What a server says of one of its budgets.
struct RateLimitQuota: Hashable {
    /// A value longer than this says nothing.
    private static let longestValue = 512
    /// From here on a reset is a Unix time in seconds (September 2001), from a thousand times of it in milliseconds.
    private static let earliestUnixTime = 1_000_000_000.0
    private static let mostRemaining = 1_000_000_000.0

    /// How many requests are left; nil where it is not said.
    private(set) var remaining: Int?
    /// Seconds until the budget is full again; nil where it is not said.
    private(set) var reset: Double?

    /// Reads two fields that belong together: `RateLimit-Remaining` and `-Reset`, or the same with `X-`.
    ///
    /// - Parameters:
    ///   - remaining: the value of the one, where it is there.
    ///   - reset: the value of the other: seconds, or a Unix time in seconds or milliseconds.
    ///   - now: the server's time, in seconds since 1970.
    init(remaining: String?, reset: String?, now: Double) {
        self.remaining = remaining.flatMap(Self.number).map(Self.count)
        self.reset = reset.flatMap(Self.number).map { Self.seconds($0, now: now) }
    }

    /// Reads the value of a `RateLimit` field: a dictionary (`limit=10, remaining=0, reset=30`), as the drafts of the
    /// IETF's RateLimit fields had it up to the seventh, or a list of policies (`"default";r=0;t=30`), as since then.
    ///
    /// - Parameters:
    ///   - value: the field's value.
    ///   - now: the server's time, in seconds since 1970.
    /// - Returns: one quota for a dictionary, one a policy for a list.
    static func quotas(in value: String, now: Double) -> [RateLimitQuota] {
        guard value.utf8.count <= longestValue else { return [] }
        let items = split(value, at: ",").map { split($0, at: ";").map(Parameter.init) }
        let members = items.compactMap(\.first)
        if members.contains(where: { $0.name == "remaining" || $0.name == "reset" }) {
            return [RateLimitQuota(members, remaining: "remaining", reset: "reset", now: now)]
        }
        return items.map { RateLimitQuota($0.dropFirst(), remaining: "r", reset: "t", now: now) }
    }

    private init(_ parameters: some Sequence<Parameter>, remaining: String, reset: String, now: Double) {
        let parameters = Array(parameters)
        self.init(
            remaining: parameters.last { $0.name == remaining }?.value,
            reset: parameters.last { $0.name == reset }?.value, now: now)
    }

    /// Whether this budget is the narrower: less is left, or it takes longer until it is full.
    func isNarrower(than other: RateLimitQuota) -> Bool {
        let left = (remaining ?? .max, other.remaining ?? .max)
        return left.0 == left.1 ? (reset ?? -1) > (other.reset ?? -1) : left.0 < left.1
    }

    private static func number(_ text: String) -> Double? {
        text.utf8.count <= longestValue ? DecimalNumber(text)?.value : nil
    }

    private static func count(_ number: Double) -> Int { Int(min(number, mostRemaining)) }

    private static func seconds(_ number: Double, now: Double) -> Double {
        guard number >= earliestUnixTime, number.isFinite else { return number }
        return max((number < 1000 * earliestUnixTime ? number : number / 1000) - now, 0)
    }

    /// Splits at a character where it is not quoted (RFC 9651, section 3.3.3).
    private static func split(_ text: some StringProtocol, at separator: Unicode.Scalar) -> [String] {
        var parts: [String] = [""]
        var isQuoted = false
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == separator, !isQuoted {
                parts.append("")
                continue
            }
            if scalar == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && scalar == "\\" && !isEscaped
            parts[parts.count - 1].unicodeScalars.append(scalar)
        }
        return parts
    }

    /// A name and a value with `=` between them.
    private struct Parameter {
        let name: String
        let value: String?

        init(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1)
            name = parts.first?.lowercased().filter { $0 != " " && $0 != "\t" } ?? ""
            value = parts.count == 2 ? String(parts[1]) : nil
        }
    }
}
