import Testing

@testable import OsteolintNetwork

@Suite("Dates in fields")
struct HTTPDateTests {
    /// Mon, 21 Sep 2026 00:00:00 GMT.
    private static let now = 1_789_948_800.0

    static let dates: [(String, Double)] = [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("  sun, 06 NOV 1994 08:49:37 gmt ", 784_111_777),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
        ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400), ("Mon, 01 Mar 2100 00:00:00 GMT", 4_107_542_400),
        ("Tue, 29 Feb 2400 23:59:59 GMT", 13_574_649_599), ("Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799), ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
        ("Saturday, 06-Nov-49 08:49:37 GMT", 2_519_801_377), ("Sunday, 06-Nov-77 08:49:37 GMT", 247_654_177),
    ]

    @Test("All three forms are read, and two digits are a year within 50 of the present", arguments: dates)
    func date(_ text: String, _ unixTime: Double) {
        #expect(HTTPDate(text, now: Self.now)?.unixTime == unixTime)
    }

    static let others = [
        "", " ", "soon", "60", "2026-09-21T00:00:00Z", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Mon, 29 Feb 2100 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT", "Sun, 06 Now 1994 08:49:37 GMT",
        "Xyz, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 199 08:49:37 GMT", "Sun Nov  6 08:49:37 94",
        "Sun, 06 Nov 1994 08:49:37 GMT GMT", "Sun, ٠٦ Nov 1994 08:49:37 GMT",
        "Sun, 99999999999999999999 Nov 1994 08:49:37 GMT",
        String(repeating: "Sun, 06 Nov 1994 08:49:37 GMT ", count: 999),
    ]

    @Test("What is no date is none", arguments: others)
    func garbage(_ text: String) {
        #expect(HTTPDate(text, now: Self.now) == nil)
    }

    @Test("Each day of 800 years is the day after the one before it")
    func everyDay() async {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var expected: Double?
        var count = 0
        var odd: [String] = []
        for year in 1600..<2400 {
            // It computes for seconds, and others need the thread too.
            await Task.yield()
            for month in months {
                for day in 1...31 {
                    let text = "Sun, \(day) \(month) \(year) 00:00:00 GMT"
                    guard let date = HTTPDate(text, now: Self.now) else { continue }
                    if let expected, date.unixTime != expected { odd.append(text) }
                    expected = date.unixTime + 86_400
                    count += 1
                }
            }
        }
        #expect(odd == [])
        #expect(count == 2 * 146_097)
    }
}
