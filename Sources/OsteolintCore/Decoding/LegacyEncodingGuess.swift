/// Guesses the encoding of a page that declares none, from its content.
///
/// Chromium asks its "compact encoding detector", whose tables were learned from the web. This is a detector of its own
/// with the same aim, on what characters of an encoding are frequent; on a few bytes the two may well disagree. As in
/// Chromium, UTF-8 is recognised so as not to be guessed: a page must declare it.
enum LegacyEncodingGuess {
    /// The bytes that are looked at.
    private static let limit = 64 * 1024

    /// The encoding the bytes look like; nil when they are ASCII, UTF-8, or like nothing but windows-1252.
    static func encoding(of page: UnsafeRawBufferPointer) -> TextEncoding? {
        let bytes = UnsafeRawBufferPointer(rebasing: page.prefix(limit))
        guard ASCII.runEnd(in: bytes, from: 0) < bytes.count else {
            return EscapeSequences.areISO2022JP(in: bytes) ? .iso2022JP : nil
        }
        guard !isMostlyUTF8(bytes) else { return nil }
        let pairs = bestPairs(in: bytes)
        if let pairs, pairs.isCertain { return pairs.encoding }
        if let encoding = AlphabetPlausibility.bestEncoding(of: bytes) { return encoding }
        guard let pairs, pairs.isConvincing else { return nil }
        return pairs.encoding
    }

    private static func bestPairs(in bytes: UnsafeRawBufferPointer) -> PairPlausibility? {
        PairPlausibility.candidates.compactMap { PairPlausibility(of: bytes, in: $0) }
            .max { $0.average < $1.average }
    }

    private static func isMostlyUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var characters = 0
        var malformed = 0
        var index = 0
        while index < bytes.count {
            let end = UTF8Decoder.validEnd(in: bytes, from: index)
            characters += bytes[index..<end].count { $0 >= 0xC2 }
            if end < bytes.count { malformed += 1 }
            index = end + 1
        }
        return characters > 4 * malformed
    }
}
