/// Gives findings identities that outlive changes elsewhere in the page.
///
/// A *content* rests on rule, path, fault and the elements that the finding stands in, never on lines: equal faults in
/// the same place of the structure share one. A *fingerprint* tells these apart by their number in document order.
enum Fingerprint {
    /// Fills in the contents and fingerprints of sorted findings; no two fingerprints are equal.
    static func assign(to findings: inout [Finding]) {
        var occurrences: [UInt64: UInt64] = [:]
        var taken: Set<UInt64> = []
        for index in findings.indices {
            let content = content(of: findings[index])
            var number = occurrences[content, default: 0]
            while !taken.insert(numbered(content, number)).inserted { number += 1 }
            occurrences[content] = number + 1
            findings[index].content = content
            findings[index].fingerprint = StableHash.digits(numbered(content, number))
        }
    }

    /// The findings of several reports with fingerprints of which no two are equal: one that another has already is
    /// made anew, of itself and the path.
    static func distinct(_ findings: [Finding]) -> [Finding] {
        var taken: Set<String> = []
        return findings.map { finding in
            var finding = finding
            var number: UInt64 = 0
            while !taken.insert(finding.fingerprint).inserted {
                var hash = StableHash()
                for text in [finding.fingerprint, finding.place?.path ?? ""] { hash.add(text) }
                hash.add(number)
                finding.fingerprint = StableHash.digits(hash.value)
                number += 1
            }
            return finding
        }
    }

    private static func content(of finding: Finding) -> UInt64 {
        var hash = StableHash()
        hash.add(finding.rule)
        hash.add(finding.maskedPath ?? "")
        hash.add(finding.fault)
        hash.add(finding.element?.container ?? 0)
        return hash.value
    }

    private static func numbered(_ content: UInt64, _ number: UInt64) -> UInt64 {
        var hash = StableHash()
        hash.add(content)
        hash.add(number)
        return hash.value
    }

    /// What a fault says, white space folded, and what is masked in it as a single `*`: an id's length is nobody's fault.
    static func normalised(_ fault: String) -> String {
        guard !isNormal(fault) else { return fault }
        var result = ""
        var isBehindGap = true
        for scalar in fault.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isBehindGap { result.unicodeScalars.append(" ") }
                isBehindGap = true
                continue
            }
            isBehindGap = false
            guard scalar != "*" || result.unicodeScalars.last != "*" else { continue }
            result.unicodeScalars.append(scalar)
        }
        if isBehindGap, !result.isEmpty { result.unicodeScalars.removeLast() }
        return result
    }

    /// Whether there is clearly nothing to fold, as in most messages.
    private static func isNormal(_ fault: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in fault.utf8 {
            let isRepeated = byte == last && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "*"))
            guard byte >= 0x20, byte < 0x7F, !isRepeated else { return false }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }
}

extension Finding {
    /// The path without users' ids, whether or not reports show them; URLs of pages may hold some.
    var maskedPath: String? {
        guard let path = place?.path, path.contains("://") else { return place?.path }
        return Masking(reveals: false).masked(snippet: path, identifiers: [])
    }
}
