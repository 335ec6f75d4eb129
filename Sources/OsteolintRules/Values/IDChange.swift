/// What changes in an id from one render to the next.
struct IDChange: Hashable {
    /// What the id is, or a part of it.
    enum Kind: Hashable {
        /// A UUID, with its version (RFC 9562, section 4.2).
        case uuid(version: Int)
        /// A point in time; in which form, in words.
        case time(form: String)
        /// A number not far from the other.
        case counter
        /// An id of a session; whose form it has, in words.
        case session(form: String)
        /// A value that nobody can say more of than that it is made anew.
        case opaque
        /// Something else, perhaps the id of another person.
        case other
    }

    /// What it is.
    let kind: Kind
    /// Whether all of the id changes, and not only a part between what stays.
    let isWhole: Bool

    /// Compares two ids that are not the same.
    init(from before: String, to after: String) {
        let difference = IDDifference(Array(before.utf8), Array(after.utf8))
        for (isPart, read) in Self.readings {
            let (first, second) = difference.parts(isPart)
            guard let kind = read(first, second) else { continue }
            self.kind = kind
            isWhole = difference.isWhole(isPart)
            return
        }
        kind = .other
        isWhole = true
    }

    /// What a part may be, the surest first, and the bytes that such a part is made of.
    private static let readings: [(isPart: @Sendable (UInt8) -> Bool, read: @Sendable (String, String) -> Kind?)] = [
        (IDDifference.isAny, SessionForm.kind),
        (IDDifference.isInUUID, uuid),
        (IDDifference.isInDate, dateAndTime),
        (IDDifference.isInDecimal, time),
        (IDDifference.isDigit, number),
        (IDDifference.isAlphanumeric, SessionForm.kind),
        (IDDifference.isAlphanumeric, TimedID.kind),
        (IDDifference.isInToken, opaque),
    ]

    private static func uuid(_ before: String, _ after: String) -> Kind? {
        guard let first = UUIDText.version(of: before), let second = UUIDText.version(of: after) else { return nil }
        return first == second ? .uuid(version: first) : nil
    }

    private static func dateAndTime(_ before: String, _ after: String) -> Kind? {
        let isTime = [before, after].allSatisfy { ISODateTime.matches(IDDifference.trimmed($0)) }
        return isTime ? .time(form: "of ISO 8601 (date and time)") : nil
    }

    /// A time in seconds with a fraction, or a random number as `Math.random()` gives it.
    private static func time(_ before: String, _ after: String) -> Kind? {
        let halves = [before, after].map { $0.split(separator: ".", omittingEmptySubsequences: false) }
        guard halves.allSatisfy({ $0.count == 2 && !$0[1].isEmpty }) else { return nil }
        if halves.allSatisfy({ $0[0] == "0" && $0[1].utf8.count >= 9 }) { return .opaque }
        let areTimes = halves.allSatisfy { halves in
            if case .seconds? = TimeStamp(String(halves[0])) { true } else { false }
        }
        return areTimes ? .time(form: "in seconds") : nil
    }

    private static func number(_ before: String, _ after: String) -> Kind? {
        guard let first = Int(before), let second = Int(after) else { return nil }
        if let form = TimeStamp.form(of: before), form == TimeStamp.form(of: after) { return .time(form: form) }
        let (difference, overflows) = first.subtractingReportingOverflow(second)
        return !overflows && difference.magnitude <= 100 ? .counter : nil
    }

    private static func opaque(_ before: String, _ after: String) -> Kind? {
        [before, after].allSatisfy(IDDifference.looksRandom) ? .opaque : nil
    }
}

extension TimeStamp {
    /// The form of a Unix time in words; nil for a number that is none of our days.
    fileprivate static func form(of digits: String) -> String? {
        switch TimeStamp(String(digits.prefix(digits.utf8.count > 13 ? digits.utf8.count - 6 : digits.utf8.count))) {
        case .milliseconds? where digits.utf8.count == 13: "in milliseconds"
        case .milliseconds? where digits.utf8.count == 19: "in nanoseconds"
        case .seconds? where digits.utf8.count == 16: "in microseconds"
        case .seconds? where digits.utf8.count == 10: "in seconds"
        default: nil
        }
    }
}
