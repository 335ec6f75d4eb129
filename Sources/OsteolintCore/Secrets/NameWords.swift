/// The words that a name is made of: `OC_CLIENT_SECRET`, `ocClientSecret` and `oc-client-secret` have the same.
enum NameWords {
    /// The words in lower case, in order; digits belong to the word before them.
    static func words(of name: some Collection<UInt8>) -> [String] {
        var words: [[UInt8]] = []
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for byte in name {
            defer { (beforePrevious, previous) = (previous, byte) }
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) else {
                if words.last?.isEmpty == false { words.append([]) }
                continue
            }
            if isUppercase(byte), !isUppercase(previous), words.last?.isEmpty == false { words.append([]) }
            // The last capital of several begins a word: `APIClient`.
            if isLowercase(byte), isUppercase(previous), isUppercase(beforePrevious), let last = words.last?.last {
                words[words.count - 1].removeLast()
                words.append([last])
            }
            if words.isEmpty { words.append([]) }
            words[words.count - 1].append(ASCII.lowercase(byte))
        }
        return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isUppercase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    private static func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
