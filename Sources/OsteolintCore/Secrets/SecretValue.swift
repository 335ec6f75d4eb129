/// Tells a secret from what stands in its place: a placeholder, a sample, a label, an expression.
enum SecretValue {
    private static let lengths = 8...2048
    /// Secrets and tokens that the standards and well-known documents print.
    private static let samples: Set = [
        "7Fjfp0ZBr1KtDRbnfVdmIw", "gX1fBat3bV", "mF_9.B5f-4.1JqM", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA",
        "SlAV32hkKG", "cf136dc3c1fc93f31185e5885805d", "d2VsbCBub3QgcmVhbGx5IGEgc2VjcmV0", "8xLOxBtZp8",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ]
    /// Words of which names and samples are made, whatever digits stand beside them.
    private static let words: Set = [
        "a", "abc", "abcd", "abcde", "abcdef", "access", "actual", "admin", "api", "app", "application", "auth", "bar",
        "baz",
        "bearer", "bogus", "change", "changeit", "changeme", "client", "code", "config", "confidential", "credential",
        "credentials", "default", "demo", "dev", "development", "dummy", "encrypted", "enter", "env", "example",
        "fake", "field", "fixme", "foo", "foobar", "from", "generated", "here", "hidden", "id", "input", "insert",
        "invalid", "is", "it", "key", "local", "long", "me", "mock", "my", "mysecret", "name", "new", "none",
        "not", "null", "oauth", "old", "one", "or", "os", "osteocom", "partner", "pass", "passphrase", "password",
        "placeholder",
        "private", "prod", "production", "public", "put", "pwd", "qwerty", "random", "real", "redacted", "replace",
        "required",
        "sample", "secret", "secrets", "secure", "server", "service", "session", "shared", "shh", "shhh", "shhhh",
        "some",
        "something", "staging", "string", "super", "supersecret", "sandbox", "tbd", "test", "testing", "text", "the",
        "this",
        "todo", "token", "tokens", "top", "type", "undefined", "update", "use", "used", "user", "username", "value",
        "very", "video", "with", "xyz", "you", "your", "yours",
    ]

    /// Whether a value under a secret's name is one.
    static func isReal(_ written: ArraySlice<UInt8>) -> Bool {
        guard let value = withoutEscapes(written) else { return false }
        guard lengths.contains(value.count), value.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        guard !value.contains(where: "<>{}()[]`|,".utf8.contains) else { return false }
        let text = String(decoding: value, as: UTF8.self)
        guard !samples.contains(text), Placeholder(text) == nil, !isElided(text) else { return false }
        guard !text.contains("://"), !text.hasPrefix("/"), !text.hasPrefix("./"), !text.hasPrefix("$") else {
            return false
        }
        let letters = value.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
        guard letters.count >= lengths.lowerBound - 2, Set(letters).count > 4, !isSequence(letters) else {
            return false
        }
        return !isMadeOfWords(value) && isRandom(letters)
    }

    /// A value without the escapes of JSON and JavaScript; nil where one stands for a letter beyond ASCII, as in labels.
    private static func withoutEscapes(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard value.contains(UInt8(ascii: "\\")) else { return value }
        var plain: [UInt8] = []
        var rest = value
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            guard rest.first == UInt8(ascii: "u") else { continue }
            let digits = String(decoding: rest.dropFirst().prefix(4), as: UTF8.self)
            guard let letter = UInt8(digits, radix: 16), letter < 0x7F else { return nil }
            plain.append(letter)
            rest = rest.dropFirst(5)
        }
        return plain[...]
    }

    /// Whether a value without quotes is one, which might as well be a variable's name or prose.
    static func isRealUnquoted(_ value: ArraySlice<UInt8>) -> Bool {
        value.count >= 12 && value.contains(where: ASCII.isDigit) && value.contains(where: ASCII.isLetter)
            && isReal(value)
    }

    /// Whether a part of it is crossed out.
    private static func isElided(_ text: String) -> Bool {
        let lowercased = text.lowercased()
        return ["...", "***", "xxxx", "0000000"].contains { lowercased.contains($0) }
    }

    /// Whether most of its letters and digits follow each other: `abcdefgh`, `123456789`.
    private static func isSequence(_ letters: [UInt8]) -> Bool {
        let steps = zip(letters, letters.dropFirst()).count { $1 &- $0 <= 1 }
        return steps * 5 >= letters.count * 3
    }

    /// Whether its words are those of names and samples, or most of it can be spoken.
    private static func isMadeOfWords(_ value: ArraySlice<UInt8>) -> Bool {
        let runs = NameWords.words(of: value).flatMap { Array($0.utf8).split(whereSeparator: ASCII.isDigit) }
        let long = runs.filter { $0.count > 2 }
        if !long.isEmpty, long.allSatisfy({ words.contains(String(decoding: $0, as: UTF8.self)) }) {
            return runs.count < long.count + 4
        }
        let spoken = runs.filter { isSpoken($0) || words.contains(String(decoding: $0, as: UTF8.self)) }
        let letters = value.count { ASCII.isLetter($0) || ASCII.isDigit($0) }
        return spoken.reduce(0) { $0 + $1.count } * 5 >= letters * 3
    }

    /// Whether letters in lower case are a word that can be spoken: vowels among them, never many consonants together.
    private static func isSpoken(_ letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count >= 4, letters.count <= 40 else { return false }
        let isVowel = letters.map { "aeiouy".utf8.contains($0) }
        let vowels = isVowel.count { $0 }
        guard vowels * 4 >= letters.count, vowels * 3 <= letters.count * 2 else { return false }
        return isVowel.split(separator: true).allSatisfy { $0.count < 4 }
    }

    /// Whether letters and digits change as often as chance makes them, or there are none but digits or small letters
    /// in great number.
    private static func isRandom(_ letters: [UInt8]) -> Bool {
        let kinds = letters.map { byte in ASCII.isDigit(byte) ? 0 : byte < 0x60 ? 1 : 2 }
        let changes = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
        if Set(kinds).count == 1 { return letters.count >= 20 }
        if !kinds.contains(0) { return letters.count >= 12 && changes * 3 >= letters.count }
        return changes >= 3 || changes >= 2 && letters.count >= 16
    }
}
