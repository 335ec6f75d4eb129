/// Judges a customer's address.
enum EmailAddress {
    /// Punctuation that may stand before the at sign (HTML Standard, "valid email address").
    private static let punctuation = Set(".!#$%&'*+/=?^_`{|}~-".utf8)

    /// Whether mail could be sent to it: what browsers take as an address, at a domain with a dot.
    static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty else { return false }
        guard parts[0].allSatisfy({ isLetterOrDigit($0) || punctuation.contains($0) }) else { return false }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { isLabel($0) }
    }

    /// A label of a domain (RFC 1123, section 2.1).
    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else { return false }
        return label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
