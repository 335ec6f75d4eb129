/// Gives findings an identity that outlives changes elsewhere in the page.
enum Fingerprint {
    /// Rests on rule, path, fault, and which of several equal ones it is; never on lines.
    static func assign(to findings: inout [Finding]) {
        var occurrences: [String: Int] = [:]
        for index in findings.indices {
            let finding = findings[index]
            let key = [finding.rule, finding.place?.path ?? "", finding.fault].joined(separator: "\u{0}")
            let occurrence = occurrences[key, default: 0]
            occurrences[key] = occurrence + 1
            findings[index].fingerprint = hash("\(key)\u{0}\(occurrence)")
        }
    }

    /// FNV-1a with 64 bits, in 16 hexadecimal digits.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
