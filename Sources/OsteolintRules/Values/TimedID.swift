/// Ids that begin with the time at which they are made.
enum TimedID {
    private static let years = 2010...2040
    /// Two renders that are further apart are not held against each other, in milliseconds: 90 days.
    private static let farthest = 90 * 86_400_000

    /// What to say of two ids that both begin with a time in the same form; nil where they do not.
    @Sendable static func kind(_ before: String, _ after: String) -> IDChange.Kind? {
        guard before.utf8.count == after.utf8.count else { return nil }
        let forms: [(words: String, read: (String) -> Int?)] = [
            ("in a ULID", ulid), ("in an ObjectId", objectID), ("as PHP's uniqid() gives it", uniqid),
            ("in milliseconds to the base of 36", base36),
        ]
        for form in forms {
            guard let first = form.read(before), let second = form.read(after) else { continue }
            guard isOfOurDays(first), isOfOurDays(second), abs(first - second) <= farthest else { continue }
            return .time(form: form.words)
        }
        return nil
    }

    private static func isOfOurDays(_ milliseconds: Int) -> Bool {
        years.contains(CalendarYear.of(secondsSince1970: milliseconds / 1000))
    }

    /// The time of 26 digits of Crockford's base 32, in milliseconds.
    private static func ulid(_ text: String) -> Int? {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let values = text.uppercased().utf8.map { digits.firstIndex(of: $0) }
        guard values.count == 26, values.allSatisfy({ $0 != nil }) else { return nil }
        return values.prefix(10).reduce(0) { $0 * 32 + ($1 ?? 0) }
    }

    private static func objectID(_ text: String) -> Int? {
        text.utf8.count == 24 ? seconds(text) : nil
    }

    private static func uniqid(_ text: String) -> Int? {
        text.utf8.count == 13 ? seconds(text) : nil
    }

    /// The seconds in the first eight of hexadecimal digits, in milliseconds.
    private static func seconds(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return Int(text.prefix(8), radix: 16).map { $0 * 1000 }
    }

    private static func base36(_ text: String) -> Int? {
        text.utf8.count == 8 ? Int(text, radix: 36) : nil
    }
}
