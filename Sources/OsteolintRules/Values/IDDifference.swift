/// Where two ids differ: what stands between their common beginning and their common end.
struct IDDifference {
    private let before: [UInt8]
    private let after: [UInt8]
    /// How many bytes are the same at the beginning.
    private let prefix: Int
    /// How many bytes are the same at the end, without those.
    private let suffix: Int

    init(_ before: [UInt8], _ after: [UInt8]) {
        self.before = before
        self.after = after
        let prefix = zip(before, after).prefix { $0 == $1 }.count
        let rest = zip(before.dropFirst(prefix).reversed(), after.dropFirst(prefix).reversed())
        self.prefix = prefix
        suffix = rest.prefix { $0 == $1 }.count
    }

    /// What differs, with the bytes around it that belong to the same part.
    func parts(_ isPart: (UInt8) -> Bool) -> (before: String, after: String) {
        (
            String(decoding: before[range(before, isPart)], as: UTF8.self),
            String(decoding: after[range(after, isPart)], as: UTF8.self)
        )
    }

    /// Whether such a part is all of an id.
    func isWhole(_ isPart: (UInt8) -> Bool) -> Bool { range(before, isPart).count == before.count }

    private func range(_ bytes: [UInt8], _ isPart: (UInt8) -> Bool) -> Range<Int> {
        let start = bytes[..<prefix].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
        let end = bytes[(bytes.count - suffix)...].firstIndex { !isPart($0) } ?? bytes.count
        return start..<end
    }
}

// MARK: - What parts are made of

extension IDDifference {
    @Sendable static func isAny(_ byte: UInt8) -> Bool { true }

    @Sendable static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    @Sendable static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }

    @Sendable static func isInUUID(_ byte: UInt8) -> Bool {
        isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20 || byte == UInt8(ascii: "-")
    }

    @Sendable static func isInDate(_ byte: UInt8) -> Bool { isDigit(byte) || "TtZz:.,-+ ".utf8.contains(byte) }

    @Sendable static func isInDecimal(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ".") }

    @Sendable static func isInToken(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-_+/=.".utf8.contains(byte) }

    /// A text without punctuation at its ends, which stands between parts of an id.
    static func trimmed(_ text: String) -> String {
        let isKept = { (byte: UInt8) in isAlphanumeric(byte) }
        guard let start = text.utf8.firstIndex(where: isKept), let end = text.utf8.lastIndex(where: isKept) else {
            return ""
        }
        return String(text[start...end])
    }

    /// Whether nobody would give such an id by hand: twelve letters and digits, or more, one kind as little as the
    /// other.
    static func looksRandom(_ text: String) -> Bool {
        let digits = text.utf8.count(where: isDigit)
        let letters = text.utf8.count { isAlphanumeric($0) && !isDigit($0) }
        return digits + letters >= 12 && digits > 0 && (letters > 0 || digits >= 16)
    }
}
