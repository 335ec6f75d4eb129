/// Years of Unix times.
enum CalendarYear {
    /// The year, in UTC, of a time in seconds since the beginning of 1970.
    static func of(secondsSince1970 seconds: Int) -> Int {
        // Days since 1 March of the year 0, in cycles of 400 years; leap days then stand at the end of years.
        let days = floorDivide(seconds, 86_400) + 719_468
        let cycle = floorDivide(days, 146_097)
        let dayOfCycle = days - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        // January and February, the last 59 or 60 days, belong to the next calendar year.
        return cycle * 400 + yearOfCycle + (dayOfYear >= 306 ? 1 : 0)
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        let quotient = number / divisor
        return number % divisor < 0 ? quotient - 1 : quotient
    }
}
