/// A date as a field holds it, in any of the three forms that a recipient must read (RFC 9110, section 5.6.7).
struct HTTPDate: Hashable {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    private static let secondsOfYear = 31_556_952.0

    /// Seconds since 1970 (UTC).
    let unixTime: Double

    /// Reads a date.
    ///
    /// - Parameters:
    ///   - text: the field's value; white space around it does not count.
    ///   - now: the present Unix time in seconds, which tells the century of a year of two digits.
    init?(_ text: some StringProtocol, now: Double) {
        guard text.utf8.count <= 64 else { return nil }
        let words = text.lowercased().split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "-" }
        guard let day = words.first, Self.days.contains(String(day.prefix(3))) else { return nil }
        let seconds: Int?
        switch words.count {
        case 6 where words[5] == "gmt" || words[5] == "utc":
            guard let year = Self.year(words[3], now: now) else { return nil }
            seconds = Self.seconds(year: year, month: words[2], day: words[1], time: words[4])
        case 5:
            guard words[4].utf8.count == 4, let year = Self.number(words[4]) else { return nil }
            seconds = Self.seconds(year: year, month: words[1], day: words[2], time: words[3])
        default: return nil
        }
        guard let seconds else { return nil }
        unixTime = Double(seconds)
    }

    /// Digits only, so no sign.
    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
    }

    /// A year of four digits, or of two: then the latest that is not more than 50 years ahead.
    private static func year(_ text: Substring, now: Double) -> Int? {
        guard let number = number(text) else { return nil }
        guard text.utf8.count == 2 else { return text.utf8.count == 4 ? number : nil }
        let present = 1970 + Int((now / secondsOfYear).clamped(to: 0...1000))
        let ahead = present / 100 * 100 + number
        if ahead > present + 50 { return ahead - 100 }
        return ahead <= present - 50 ? ahead + 100 : ahead
    }

    private static func seconds(year: Int, month: Substring, day: Substring, time: Substring) -> Int? {
        guard let month = months.firstIndex(of: String(month)), let day = number(day),
            1...length(ofMonth: month, year: year) ~= day, let time = seconds(ofDay: time)
        else { return nil }
        return daysSince1970(year: year, month: month, day: day) * 86_400 + time
    }

    /// `08:49:37`; a leap second is the second after it.
    private static func seconds(ofDay text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] <= 60 else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    }

    /// Months count from zero.
    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 1: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 3, 5, 8, 10: 30
        default: 31
        }
    }

    /// Years are counted from March, so that the leap day is the last of a year; months count from zero.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let isBeforeMarch = month < 2
        let year = isBeforeMarch ? year - 1 : year
        let month = isBeforeMarch ? month + 10 : month - 2
        let leapDays = (Double(year) / 4).floored - (Double(year) / 100).floored + (Double(year) / 400).floored
        let marchToMonth = (153 * month + 2) / 5
        let yearZeroTo1970 = 719_469
        return year * 365 + leapDays + marchToMonth + day - yearZeroTo1970
    }
}

extension Double {
    fileprivate var floored: Int { Int(rounded(.down)) }

    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        min(max(isNaN ? range.lowerBound : self, range.lowerBound), range.upperBound)
    }
}
