import ContentSecurityPolicy
import OsteolintNetwork
import Testing

@Suite("Retry-After")
struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT.
    private static let now = 784_111_777.0

    private static func seconds(_ values: String..., date: String? = nil) -> Double? {
        var fields = values.map { ResponseField(name: "Retry-After", value: $0) }
        if let date { fields.append(ResponseField(name: "Date", value: date)) }
        return RateLimitFields(fields, receivedAt: now).retryAfter
    }

    static let values: [(String, Double?)] = [
        ("60", 60), (" 60\t", 60), ("1.5", 1.5), ("0", 0), ("00", 0), ("007", 7), ("1000000000", 1e9),
        ("1e400", .infinity), ("1e-400", 0), ("999999999999999999999999999999", 1e30),
        ("-1", nil), ("-0", nil), ("+5", nil), ("", nil), (" ", nil), ("soon", nil), ("60s", nil), ("0x10", nil),
        ("nan", nil), ("inf", nil), ("1.2.3", nil), ("1e", nil), (",", nil), ("\u{0}60", nil), ("６０", nil),
        ("3, 5", 5), ("5,3", 5), ("0, 2", 2), ("soon, 4", 4), ("-1, -2", nil), ("0, -1", 0),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sunday, 06-Nov-94 08:49:47 GMT", 10),
        ("Sun Nov  6 08:49:47 1994", 10), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799 - 784_111_777),
        ("Sun, 06 Nov 1994 08:49:47 GMT, 20", 20), ("20, Sun, 06 Nov 1994 08:49:47 GMT", 20),
        ("Sun, 06 Nov 1994 08:49:47 GMT, Sun, 06 Nov 1994 08:49:57 GMT", 20),
    ]

    @Test("Seconds and dates are read, garbage is not", arguments: values)
    func value(_ text: String, _ seconds: Double?) {
        #expect(Self.seconds(text) == seconds)
    }

    @Test("Of several fields the longest counts, whatever else is among them")
    func twice() {
        #expect(Self.seconds("3", "5") == 5)
        #expect(Self.seconds("5", "3") == 5)
        #expect(Self.seconds("soon", "3", "-7") == 3)
        #expect(Self.seconds("0", "Sun, 06 Nov 1994 08:50:37 GMT") == 60)
        #expect(Self.seconds() == nil)
    }

    @Test("A date is held against the answer's own Date, where it has one that can be read")
    func ownClock() {
        let after = "Sun, 06 Nov 1994 08:49:47 GMT"
        #expect(Self.seconds(after, date: "Sun, 06 Nov 1994 08:49:40 GMT") == 7)
        #expect(Self.seconds(after, date: "yesterday") == 10)
        #expect(Self.seconds("60", date: "Sun, 06 Nov 1994 08:49:40 GMT") == 60)
    }

    @Test("A huge value and a thousand fields are no trouble")
    func hostile() {
        #expect(Self.seconds(String(repeating: "9", count: 1_000_000)) == nil)
        #expect(Self.seconds(String(repeating: ",", count: 1_000_000)) == nil)
        let fields = (1...100_000).map { ResponseField(name: "retry-after", value: "\($0)") }
        #expect(RateLimitFields(fields, receivedAt: Self.now).retryAfter == 8)
    }
}
