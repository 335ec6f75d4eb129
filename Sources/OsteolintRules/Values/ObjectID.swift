/// An id as Osteocom's database makes them: 24 hexadecimal digits, of which the first eight are a Unix time in seconds.
enum ObjectID {
    static let length = 24

    /// The year in which an id was made; nil for text that does not begin with eight hexadecimal digits.
    static func year(of text: String) -> Int? {
        let digits = text.unicodeScalars.prefix(8)
        guard digits.count == 8, digits.allSatisfy(isDigit) else { return nil }
        return Int(String(String.UnicodeScalarView(digits)), radix: 16).map(CalendarYear.of(secondsSince1970:))
    }

    /// Whether an id of this year can be one: not before the format existed, not far ahead of us.
    static func isPlausible(year: Int) -> Bool { (2009...2040).contains(year) }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."f", "A"..."F": true
        default: false
        }
    }
}
