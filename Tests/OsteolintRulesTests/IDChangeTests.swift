import OsteolintCore
import OsteolintRules
import Testing

@Suite("Two renders: what changes in an id is named for what it is")
struct IDChangeTests {
    /// Two ids, and what the finding says of them.
    struct Case: CustomTestStringConvertible, Sendable {
        let before: String
        let after: String
        let words: String

        init(_ before: String, _ after: String, _ words: String) {
            (self.before, self.after, self.words) = (before, after, words)
        }

        var testDescription: String { "\(before) \(after)" }
    }

    private static let uuids = [
        Case(
            "9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11", "0b7e4c2a-77d4-4b0e-9a53-1f6f0de8c3aa",
            "is a random UUID (version 4)"),
        Case(
            "9C1F0F5E-3F53-4A51-8C0E-5A1D8F6F2B11", "9C1F0F5E-3F53-4A51-8C0E-5A1D8F6F2B12",
            "is a random UUID (version 4)"),
        Case(
            "guest-9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11", "guest-0b7e4c2a-77d4-4b0e-9a53-1f6f0de8c3aa",
            "holds a random UUID (version 4)"),
        Case(
            "{9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11}", "{0b7e4c2a-77d4-4b0e-9a53-1f6f0de8c3aa}",
            "holds a random UUID (version 4)"),
        Case(
            "9c1f0f5e3f534a518c0e5a1d8f6f2b11", "0b7e4c2a77d44b0e9a531f6f0de8c3aa", "is a random UUID (version 4)"),
        Case(
            "01900b5e-6f53-7a51-8c0e-5a1d8f6f2b11", "01900b5f-1234-7b0e-9a53-1f6f0de8c3aa",
            "is a UUID made of the time (version 7)"),
        Case(
            "9c1f0f5e-3f53-5a51-8c0e-5a1d8f6f2b11", "0b7e4c2a-77d4-5b0e-9a53-1f6f0de8c3aa", "is a UUID (version 5)"),
    ]

    private static let times = [
        Case("1714557600123", "1714557660456", "is a time stamp in milliseconds"),
        Case("user_1714557600123", "user_1714557660456", "holds a time stamp in milliseconds"),
        Case("1714557600", "1714557660", "is a time stamp in seconds"),
        Case("1714557600.123", "1714557660.4567", "is a time stamp in seconds"),
        Case("1714557600123456", "1714557660123999", "is a time stamp in microseconds"),
        Case("1714557600123456789", "1714557660123999000", "is a time stamp in nanoseconds"),
        Case("2024-05-01T10:15:00.000Z", "2024-05-01T10:15:02.120Z", "is a time stamp of ISO 8601"),
        Case("u-2024-05-01T10:15:00Z", "u-2024-05-01T10:16:00Z", "holds a time stamp of ISO 8601"),
        Case("01HWS4B1KZ3YQ8N5T7V9X2A4C6", "01HWS4D3MZ9ABQ8N5T7V9X2A4C", "is a time stamp in a ULID"),
        Case("66321f60a1b2c3d4e5f60718", "66321f9ba1b2c3d4e5f60719", "is a time stamp in an ObjectId"),
        Case("66321f60a1b2c", "66321f9b01234", "is a time stamp as PHP's uniqid() gives it"),
        Case("lvnrhtzf", "lvnrj4a0", "is a time stamp in milliseconds to the base of 36"),
    ]

    private static let others = [
        Case("41", "42", "is a counter"),
        Case("visitor-1041", "visitor-1042", "holds a counter"),
        Case("u-9", "u-10", "holds a counter"),
        Case("000099", "000101", "is a counter"),
        Case("visit-7-of-anna", "visit-8-of-anna", "holds a counter"),
        Case("k3v9qj1m7d0s2f8g4h6b5n1p0t", "a8d1m0k7t4p2s9f3g6h5b1n0v2", "is the id of a session (as PHP"),
        Case(
            "5F3A9C1E7B2D4F6081A3C5E7F9B1D3E5.node1", "0A1B2C3D4E5F60718293A4B5C6D7E8F9.node2",
            "is the id of a session (as Java"),
        Case("sess_a8Kd03mfLq92xPw1", "sess_Zt5Vb81nQe40rYu7", "is the id of a session"),
        Case("0.8437192837465", "0.1294857362910", "is a random or opaque value"),
        Case("f3Zk9QmT7xLw2Pv8", "b1Nc4RsY6dHj0Ga5", "is a random or opaque value"),
        Case("anna", "ben", "is another one in each render"),
        Case("1041", "93377", "is another one in each render"),
        Case("übung-1", "übung-2", "holds a counter"),
        Case("a", "ab", "is another one in each render"),
    ]

    @Test("UUIDs with their version, times with their form, counters, sessions", arguments: uuids + times + others)
    func names(_ sample: Case) throws {
        let findings = try ComparedPages(before: [sample.before], after: [sample.after]).findings
        #expect(findings.count == 1)
        #expect(findings[0].message.hasPrefix("partnerUserId \(sample.words)"), "\(findings[0].message)")
        let shown = [findings[0].message, findings[0].help ?? "", findings[0].fault, findings[0].snippet?.text ?? ""]
        for id in [sample.before, sample.after] where id.utf8.count >= 8 {
            #expect(!shown.contains { $0.contains(id) })
        }
    }

    @Test("Numbers as far apart as can be are no counter")
    func extremes() throws {
        let findings = try ComparedPages(before: [String(Int.min)], after: [String(Int.max)]).findings
        #expect(findings.map(\.rule) == ["partner-user-id-unstable"])
    }

    @Test("Long ids with hardly a difference take no time to speak of")
    func long() throws {
        let id = String(repeating: "9c1f-", count: 20_000)
        let findings = try ComparedPages(before: [id + "1"], after: [id + "2"]).findings
        #expect(findings.map(\.rule) == ["partner-user-id-unstable"])
    }
}
