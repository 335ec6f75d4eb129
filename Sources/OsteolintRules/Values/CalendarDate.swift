/// Dates of Unix times.
enum CalendarDate {
    /// The last second of the year 9999.
    private static let latest = 253_402_300_799

    /// The date, in UTC, of a time in seconds since the beginning of 1970, as `2026-11-21`; nil where that is no
    /// time of the years to 9999.
    static func of(secondsSince1970 seconds: Int) -> String? {
        guard (0...latest).contains(seconds) else { return nil }
        // Days since 1 March of the year 0, in cycles of 400 years; leap days then stand at the end of years.
        let days = seconds / 86_400 + 719_468
        let dayOfCycle = days % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return "\(CalendarYear.of(secondsSince1970: seconds))-\(padded(month))-\(padded(day))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
