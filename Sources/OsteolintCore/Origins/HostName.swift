import WebURL

/// Host names as web sites have them (RFC 1123, section 2.1), which is less than the URL Standard lets through.
///
/// A policy can list no other: Content Security Policy has no underscore in its `host-char` either.
enum HostName {
    /// Whether a domain in its ASCII form is such a name; a `*` counts as a letter.
    static func isWellFormed(_ domain: String) -> Bool {
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return domain.utf8.count <= 253 && labels.allSatisfy(isLabel) && !hasBrokenPunycode(domain)
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else { return false }
        return label.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == hyphen || $0 == UInt8(ascii: "*")
        }
    }

    /// Whether an `xn--` label stands for nothing that UTS #46 allows, which the URL Standard does not ask.
    private static func hasBrokenPunycode(_ domain: String) -> Bool {
        guard domain.hasPrefix("xn--") || domain.contains(".xn--") else { return false }
        let unicode = Host.domain(domain).unicodeText
        return (try? Host(unicode))?.text != domain || unicode == domain
    }
}
