/// Hides the passwords that stand in origins.
enum PasswordMask {
    /// How many scalars of a declared origin are shown at the most, which no origin comes near; a longer text is a
    /// mistake, and looking for secrets in it would take long.
    private static let longestShown = 2048

    /// A declared origin with asterisks for its password, and for other secrets and users' ids in it.
    static func masked(_ text: String) -> String {
        var masked = MaskableText(text)
        if mayHoldPassword(text) { hidePassword(in: masked.bytes.indices, of: &masked) }
        let scalars = masked.text.unicodeScalars
        let shown = Masking(reveals: false).masked(snippet: String(scalars.prefix(longestShown)), identifiers: [])
        return shown + String(repeating: "*", count: max(0, scalars.count - longestShown))
    }

    /// A source line with asterisks for the passwords in it.
    static func masked(line: String) -> String {
        var masked = MaskableText(line)
        let bytes = masked.bytes
        let isBoundary = { (byte: UInt8) in byte <= 0x20 || "\"'`,".utf8.contains(byte) }
        for word in bytes.split(whereSeparator: isBoundary) {
            hidePassword(in: word.indices, of: &masked)
        }
        return masked.text
    }

    private static func mayHoldPassword(_ text: String) -> Bool {
        if case .withoutAuthority = OriginText(text).beginning { return text.contains("//") }
        return true
    }

    private static func hidePassword(in range: Range<Int>, of text: inout MaskableText) {
        let bytes = text.bytes[range]
        let start = authorityStart(bytes)
        let authority = bytes[start...].prefix { !"/\\?#".utf8.contains($0) }
        guard let colon = authority.firstIndex(of: UInt8(ascii: ":")) else { return }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            if colon < at { text.hide(colon + 1..<at) }
        } else if let at = bytes.lastIndex(of: UInt8(ascii: "@")), colon < at {
            // A slash in a password ends the authority; but behind a port, an `@` is the path's.
            let isPort = authority[(colon + 1)...].allSatisfy(ASCII.isDigit)
            if !isPort { text.hide(colon + 1..<at) }
        }
    }

    private static func authorityStart(_ bytes: ArraySlice<UInt8>) -> Int {
        let slashes = bytes.indices.first { index in
            index + 1 < bytes.endIndex && "/\\".utf8.contains(bytes[index]) && "/\\".utf8.contains(bytes[index + 1])
        }
        return slashes.map { $0 + 2 } ?? bytes.startIndex
    }
}
