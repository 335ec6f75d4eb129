/// Dates with a time as ISO 8601 and RFC 3339 write them: `2024-05-01T10:15:00.000Z`, `20240501T101500+0200`,
/// `2024-05-01 10:15`.
struct ISODateTime {
    private var rest: ArraySlice<UInt8>

    /// Whether a text is a date and a time, and nothing else.
    static func matches(_ text: String) -> Bool {
        var reader = ISODateTime(rest: Array(text.utf8)[...])
        return reader.readDate() && reader.readTime() && reader.readZone() && reader.rest.isEmpty
    }

    private mutating func readDate() -> Bool {
        guard read(digits: 4) != nil else { return false }
        let isExtended = skip("-")
        guard let month = read(digits: 2), (1...12).contains(month), skip("-") == isExtended else { return false }
        guard let day = read(digits: 2), (1...31).contains(day) else { return false }
        return skip("T") || skip("t") || skip(" ")
    }

    private mutating func readTime() -> Bool {
        guard let hour = read(digits: 2), hour <= 24 else { return false }
        let isExtended = skip(":")
        guard let minute = read(digits: 2), minute < 60 else { return false }
        guard isExtended ? skip(":") : rest.first.map(Self.isDigit) == true else { return true }
        guard let second = read(digits: 2), second <= 60 else { return false }
        guard skip(".") || skip(",") else { return true }
        let fraction = rest.prefix(while: Self.isDigit)
        rest = rest[fraction.endIndex...]
        return !fraction.isEmpty
    }

    /// The zone may be missing; the `+` of one that is not encoded is read as a space.
    private mutating func readZone() -> Bool {
        guard !rest.isEmpty, !skip("Z"), !skip("z") else { return true }
        guard skip("+") || skip("-") || skip(" "), let hour = read(digits: 2), hour < 24 else { return false }
        guard skip(":") || !rest.isEmpty else { return true }
        return read(digits: 2).map { $0 < 60 } ?? false
    }

    private mutating func read(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
