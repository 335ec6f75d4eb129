/// A text that may be an ISO 8601 date and time (RFC 3339, section 5.6).
struct DateTimeText {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Whether it is a date and time that exists, with its offset from UTC.
    var isValid: Bool {
        guard text.utf8.count <= 64, let match = text.wholeMatch(of: pattern) else { return false }
        let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
        // A leap second is the 61st.
        let isTime = (0...23).contains(numbers[3]) && (0...59).contains(numbers[4]) && (0...60).contains(numbers[5])
        return isTime && (1...12).contains(numbers[1])
            && (1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
    }

    private var pattern: Regex<(Substring, Substring, Substring, Substring, Substring, Substring, Substring)> {
        /([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})/
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
