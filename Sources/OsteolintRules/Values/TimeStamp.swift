/// A value that is a point in time, and so another one on every load.
enum TimeStamp: Equatable {
    /// A Unix time in milliseconds, as `Date.now()` gives it; with its year.
    case milliseconds(year: Int)
    /// A Unix time in seconds, as PHP's `time()` gives it; with its year.
    case seconds(year: Int)
    /// A date and time of ISO 8601.
    case dateAndTime

    private static let years = 2010...2040

    /// Recognises a value that is nothing but a point in time.
    ///
    /// - Parameter value: the value as the card reads it; spaces around it do not count.
    init?(_ value: String) {
        let value = value.split(separator: " ").joined(separator: " ")
        if ISODateTime.matches(value) {
            self = .dateAndTime
            return
        }
        guard value.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(value) else {
            return nil
        }
        switch value.utf8.count {
        case 13: self = .milliseconds(year: CalendarYear.of(secondsSince1970: number / 1000))
        case 10: self = .seconds(year: CalendarYear.of(secondsSince1970: number))
        default: return nil
        }
        guard let year, Self.years.contains(year) else { return nil }
    }

    /// The year of a Unix time.
    var year: Int? {
        switch self {
        case .milliseconds(let year), .seconds(let year): year
        case .dateAndTime: nil
        }
    }
}
