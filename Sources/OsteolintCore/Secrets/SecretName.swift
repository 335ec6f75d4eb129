/// A name in a text under which a secret of Osteocom's may stand, in whatever spelling.
struct SecretName {
    /// What the name is for.
    enum Meaning: Sendable {
        case clientSecret
        case userAccessKey
        case videoToken
    }

    let meaning: Meaning
    /// Where the whole name stands: `VITE_OSTEOCOM_CLIENT_SECRET`, not only its end.
    let range: Range<Int>
    /// The name as written.
    let text: String

    /// A longer name is no name.
    private static let longest = 64
    /// What may follow without making it the name of something else, such as `clientSecretLabel`.
    private static let endings: Set = [
        "", "key", "value", "prod", "production", "live", "test", "staging", "dev", "development", "stage", "current",
        "new", "old", "default", "raw", "plain", "base64", "b64",
    ]

    /// Whether the name itself speaks of Osteocom.
    var namesOsteocom: Bool { text.lowercased().contains(OsteocomHost.name) }

    /// Whether the name says that it is another service's.
    var isOfOthers: Bool { ForeignCredential.isNameOfService(text) }

    /// The name around a word that was found, `secret`, `accesskey` and the like; nil for names of other things.
    init?(around word: Range<Int>, meaning: Meaning, in reader: LiteralReader) {
        let bytes = reader.bytes
        let before = bytes[..<word.lowerBound].suffix(Self.longest).reversed().prefix { reader.isIdentifierByte($0) }
        let behind = bytes[word.upperBound...].prefix(Self.longest).prefix { reader.isIdentifierByte($0) }
        guard before.count < Self.longest, behind.count < Self.longest else { return nil }
        let ending = behind.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map(ASCII.lowercase)
        let isNumbered = !ending.isEmpty && ending.count < 3 && ending.allSatisfy(ASCII.isDigit)
        guard isNumbered || Self.endings.contains(String(decoding: ending, as: UTF8.self)) else { return nil }
        // `$`, `-` and what an escape left behind begin no name.
        var start = word.lowerBound - before.count
        while start < word.lowerBound, !ASCII.isLetter(bytes[start]), bytes[start] != UInt8(ascii: "_") { start += 1 }
        if reader.byte(at: start - 1) == UInt8(ascii: "\\") { start += Self.lengthOfEscape(at: start, in: reader) }
        self.meaning = meaning
        range = start..<behind.endIndex
        text = String(decoding: bytes[start..<behind.endIndex], as: UTF8.self)
    }

    /// How many letters behind a backslash belong to an escape: a line end's or a quote's.
    private static func lengthOfEscape(at index: Int, in reader: LiteralReader) -> Int {
        if reader.stands("u0022", at: index) || reader.stands("u0027", at: index) { return 5 }
        if reader.stands("x22", at: index) || reader.stands("x27", at: index) { return 3 }
        return reader.byte(at: index).map { "nrt".utf8.contains($0) } == true ? 1 : 0
    }

    /// The name around `secret` at an offset: behind `client`, or in a name that speaks of Osteocom.
    static func ofClientSecret(_ word: Range<Int>, in reader: LiteralReader) -> SecretName? {
        guard let name = SecretName(around: word, meaning: .clientSecret, in: reader) else { return nil }
        return joined("client", before: word.lowerBound, in: reader) != nil || name.namesOsteocom ? name : nil
    }

    /// The name around `access` at an offset, with `user` before it and `key` behind.
    static func ofUserAccessKey(_ word: Range<Int>, in reader: LiteralReader) -> SecretName? {
        guard let start = joined("user", before: word.lowerBound, in: reader),
            let end = joined("key", behind: word.upperBound, in: reader)
        else { return nil }
        return SecretName(around: start..<end, meaning: .userAccessKey, in: reader)
    }

    /// The name around `token` at an offset, with `auth` and `video` behind it.
    static func ofVideoToken(_ word: Range<Int>, in reader: LiteralReader) -> SecretName? {
        guard let auth = joined("auth", behind: word.upperBound, in: reader),
            let end = joined("video", behind: auth, in: reader)
        else { return nil }
        return SecretName(around: word.lowerBound..<end, meaning: .videoToken, in: reader)
    }

    /// Where a word begins that ends before an index, with a `_` or `-` between at the most.
    private static func joined(_ word: StaticString, before end: Int, in reader: LiteralReader) -> Int? {
        let count = word.utf8CodeUnitCount
        let separators = reader.byte(at: end - 1).map { "_-".utf8.contains($0) } == true ? 1 : 0
        let start = end - separators - count
        return reader.stands(word, at: start) ? start : nil
    }

    /// Where a word ends that begins behind an index, with a `_` or `-` between at the most.
    private static func joined(_ word: StaticString, behind start: Int, in reader: LiteralReader) -> Int? {
        let separators = reader.byte(at: start).map { "_-".utf8.contains($0) } == true ? 1 : 0
        guard reader.stands(word, at: start + separators) else { return nil }
        return start + separators + word.utf8CodeUnitCount
    }
}
