/// How much the pairs of bytes above 127 look like text in a double-byte encoding.
///
/// The rows of these encodings are ordered by how often their characters are used: kana, hangul and the first level of
/// ideographs are what text consists of, the second level is rare, and letters of other alphabets are rarer.
struct PairPlausibility {
    /// The encoding that was tried.
    private(set) var encoding: TextEncoding
    private var sum = 0
    private var pairs = 0

    static let candidates: [TextEncoding] = [.shiftJIS, .eucJP, .gbk, .big5, .eucKR]

    /// The mean weight of a pair.
    var average: Double { pairs == 0 ? 0 : Double(sum) / Double(pairs) }

    /// Whether there is enough to go by: two pairs at least, a quarter of them frequent characters.
    var isConvincing: Bool { pairs >= 2 && average >= Double(Weight.frequent) / 4 }

    /// Whether hardly a pair is anything but a frequent character.
    var isCertain: Bool { pairs >= 2 && average >= Double(Weight.frequent) * 5 / 8 }

    /// Weighs all pairs; nil when some bytes cannot be text in the encoding.
    init?(of bytes: UnsafeRawBufferPointer, in candidate: TextEncoding) {
        encoding = candidate
        var index = ASCII.runEnd(in: bytes, from: 0)
        var pairEnd = 0
        while index < bytes.count {
            // A pair that the end of what is looked at cuts says nothing.
            guard index + 1 < bytes.count else { break }
            let lead = bytes[index]
            let trail = bytes[index + 1]
            if candidate == .gbk, ASCII.isDigit(trail), Self.isFourBytes(in: bytes, at: index) {
                encoding = .gb18030
                index += 4
            } else if candidate == .shiftJIS, (0xA1...0xDF).contains(lead) {
                add(Weight.halfWidth)
                index += 1
            } else {
                guard let weight = Weight.of(lead, trail, in: candidate) else { return nil }
                let isInsideWord = Self.isInsideWord(in: bytes, at: index, afterPair: pairEnd == index)
                add(isInsideWord ? Weight.foreign : weight)
                index += 2
                pairEnd = index
            }
            index = ASCII.runEnd(in: bytes, from: index)
        }
    }

    private mutating func add(_ weight: Int) {
        sum += weight
        pairs += 1
    }

    private static func isFourBytes(in bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        guard index + 3 < bytes.count else { return false }
        return (0x81...0xFE).contains(bytes[index]) && (0x81...0xFE).contains(bytes[index + 2])
            && ASCII.isDigit(bytes[index + 3])
    }

    /// Whether a byte above 127 stands among ASCII letters, as an accented letter of a Western language does.
    private static func isInsideWord(
        in bytes: UnsafeRawBufferPointer, at index: Int, afterPair: Bool
    ) -> Bool {
        guard ASCII.isLetter(bytes[index + 1]) else { return false }
        let isAfterLetter = !afterPair && index > 0 && ASCII.isLetter(bytes[index - 1])
        return isAfterLetter || index + 2 < bytes.count && ASCII.isLetter(bytes[index + 2])
    }
}

/// The weights of the rows of the double-byte encodings.
private enum Weight {
    static let kana = 12
    /// A little more than ideographs: text that lies wholly in these few rows is rather Korean than Chinese.
    static let hangul = 9
    static let frequent = 8
    static let punctuation = 2
    static let secondLevel = 1
    static let symbol = 0
    static let halfWidth = -1
    static let extended = -2
    static let rare = -4
    static let foreign = -8

    /// The weight of a pair, or nil when it stands for nothing.
    static func of(_ lead: UInt8, _ trail: UInt8, in encoding: TextEncoding) -> Int? {
        switch encoding {
        case .shiftJIS: shiftJIS(lead, trail)
        case .eucJP: eucJP(lead, trail)
        case .gbk: gbk(lead, trail)
        case .big5: big5(lead, trail)
        default: eucKR(lead, trail)
        }
    }

    private static func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
        switch lead {
        case 0x81: return punctuation
        case 0x82: return trail >= 0x9F ? frequent : symbol
        case 0x83: return trail <= 0x96 ? frequent : symbol
        case 0x84, 0x87: return symbol
        case 0x88...0x97: return frequent
        case 0x98...0x9F, 0xE0...0xEA: return secondLevel
        case 0xED, 0xEE, 0xFA, 0xFB: return rare
        case 0xFC: return trail <= 0x4B ? rare : nil
        default: return nil
        }
    }

    private static func eucJP(_ lead: UInt8, _ trail: UInt8) -> Int? {
        if lead == 0x8E { return (0xA1...0xDF).contains(trail) ? halfWidth : nil }
        guard (0xA1...0xFE).contains(trail) else { return nil }
        switch lead {
        case 0xA1: return punctuation
        case 0xA4, 0xA5: return kana
        case 0xA2, 0xA3, 0xA6...0xA8, 0xAD: return symbol
        // Chinese and Korean text lies in these rows, too; Japanese text has kana beside them.
        case 0xB0...0xCF: return frequent / 2
        case 0xD0...0xF4: return secondLevel
        case 0xF9...0xFC: return rare
        // The supplementary characters after 0x8F hardly occur in pages.
        default: return nil
        }
    }

    private static func gbk(_ lead: UInt8, _ trail: UInt8) -> Int? {
        guard lead < 0xFF, trail >= 0x40, trail != 0x7F, trail < 0xFF else { return nil }
        guard trail >= 0xA1 else {
            switch lead {
            case 0xA1...0xA7: return nil
            case 0xA8, 0xA9: return symbol
            default: return extended
            }
        }
        switch lead {
        case 0x81...0xA0: return extended
        case 0xA1: return punctuation
        case 0xA2...0xA9: return symbol
        case 0xB0...0xD7: return frequent
        case 0xD8...0xF7: return secondLevel
        default: return nil
        }
    }

    private static func big5(_ lead: UInt8, _ trail: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
        switch lead {
        case 0xA1: return punctuation
        case 0xA2, 0xA3: return symbol
        case 0xA4...0xC5: return frequent
        case 0xC6: return trail <= 0x7E ? frequent : foreign
        case 0xC7, 0xC8: return foreign
        case 0xC9...0xF9: return secondLevel
        default: return nil
        }
    }

    private static func eucKR(_ lead: UInt8, _ trail: UInt8) -> Int? {
        if trail < 0xA1 || lead < 0xA1 {
            let isTrail =
                (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || (0x81...0xFE).contains(trail)
            return isTrail && (0x81...0xC6).contains(lead) ? extended : nil
        }
        guard trail < 0xFF else { return nil }
        switch lead {
        case 0xA1: return punctuation
        case 0xA2...0xAC: return symbol
        case 0xB0...0xC8: return hangul
        case 0xCA...0xFD: return secondLevel
        default: return nil
        }
    }
}
