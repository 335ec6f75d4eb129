/// Ids of sessions as frameworks make them.
enum SessionForm {
    /// What to say of two ids that both have the form of the same framework; nil where they do not.
    @Sendable static func kind(_ before: String, _ after: String) -> IDChange.Kind? {
        guard let form = form(of: before), form == self.form(of: after) else { return nil }
        return .session(form: form)
    }

    private static func form(of text: String) -> String? {
        let bytes = Array(text.utf8)
        if names.contains(where: { text.lowercased().hasPrefix($0) }), bytes.count >= 16 { return "by its name" }
        if isTomcat(bytes) { return "as Java servers make them" }
        if isExpress(bytes) { return "as Express makes them" }
        if isASPNET(bytes) { return "as ASP.NET makes them" }
        return isPHP(bytes) ? "as PHP makes them" : nil
    }

    private static let names = [
        "sess_", "sess-", "sess:", "session", "sid_", "sid-", "sid:", "phpsessid", "jsessionid",
    ]

    /// 32 hexadecimal digits in capitals, perhaps with the name of a node behind a full stop.
    private static func isTomcat(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.prefix { isUpperHex($0) }
        guard digits.count == 32, digits.contains(where: { $0 >= UInt8(ascii: "A") }) else { return false }
        return bytes.count == 32 || (bytes[32] == UInt8(ascii: ".") && bytes.count <= 64)
    }

    /// `s:`, the id, a full stop and the signature.
    private static func isExpress(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "s:".utf8) && bytes.count >= 60 && bytes.contains(UInt8(ascii: "."))
    }

    /// 24 of the letters a to z and the digits 0 to 5, of which hexadecimal digits are too few.
    private static func isASPNET(_ bytes: [UInt8]) -> Bool {
        bytes.count == 24 && bytes.contains { $0 > UInt8(ascii: "f") }
            && bytes.allSatisfy { isLower($0) || UInt8(ascii: "0")...UInt8(ascii: "5") ~= $0 }
    }

    /// 26 or 32 of the digits 0 to 9 and the letters a to v, as `session.sid_bits_per_character` 5 gives them.
    private static func isPHP(_ bytes: [UInt8]) -> Bool {
        [26, 32].contains(bytes.count) && bytes.contains { $0 > UInt8(ascii: "f") } && bytes.contains(where: isDigit)
            && bytes.allSatisfy { isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "v") ~= $0 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { IDDifference.isDigit(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
    private static func isUpperHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte
    }
}
