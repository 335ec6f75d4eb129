/// The syntax of a source's host (CSP 3, section 2.3.1, "host-part").
enum HostPattern {
    /// Why the bytes are no host, or nil where they are one.
    static func fault(_ bytes: Bytes) -> InvalidSource? {
        var rest = bytes
        if rest.first == .asterisk {
            rest.removeFirst()
            if rest.isEmpty { return nil }
            guard rest.first == .dot else { return .wildcard }
            rest.removeFirst()
        }
        // One dot may stand at the end, as it may in a URL.
        if rest.last == .dot { rest.removeLast() }
        return labelFault(rest)
    }

    private static func labelFault(_ bytes: Bytes) -> InvalidSource? {
        var isLabelEmpty = true
        for byte in bytes {
            if byte == .dot {
                if isLabelEmpty { return .emptyLabel }
                isLabelEmpty = true
                continue
            }
            if byte == .asterisk { return .wildcard }
            guard byte.isASCIILetter || byte.isASCIIDigit || byte == .hyphen else {
                return byte == .quotationMark ? .quoted : .hostCharacter
            }
            isLabelEmpty = false
        }
        return isLabelEmpty ? .emptyLabel : nil
    }
}
