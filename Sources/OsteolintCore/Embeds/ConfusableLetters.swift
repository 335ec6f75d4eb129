/// Letters that people take for those of Osteocom's name: of other alphabets, with accents, digits, and pairs.
///
/// Only the letters of `osteocom.me` matter, in lower case, since a parsed host has no other (UTS #39 has the idea
/// and far larger tables).
enum ConfusableLetters {
    /// A letter that stands where another one is expected.
    struct Replacement: Sendable, Hashable {
        /// What stands there.
        let written: String
        /// What it reads like.
        let letter: String
    }

    private static let lookalikes: [(letter: Character, scalars: String)] = [
        ("o", "0οоօᴏσόòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợᐤ๐໐"),
        ("s", "5ѕꜱśŝşšșṡṣṥṧṩʂ"),
        ("t", "7тτţťŧțṫṭṯṱẗƭ"),
        ("e", "3еєҽέεèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệѐё"),
        ("c", "сϲᴄçćĉċčḉƈ"),
        ("m", "мṃḿṁɱᴍ"),
    ]

    private static let letters: [Unicode.Scalar: Character] = lookalikes.reduce(into: [:]) { table, entry in
        for scalar in entry.scalars.unicodeScalars {
            table[scalar] = entry.letter
        }
    }

    /// Reads a host as a hasty reader does.
    ///
    /// - Parameters:
    ///   - host: a host in lower case, its labels in Unicode.
    ///   - readsPairs: whether `rn` is read as `m`, too.
    /// - Returns: what is read, and the letters that make the difference.
    static func reading(of host: String, readsPairs: Bool) -> (text: String, replacements: [Replacement]) {
        var text = ""
        var replacements: [Replacement] = []
        for scalar in host.unicodeScalars {
            if scalar.properties.canonicalCombiningClass != .notReordered {
                replacements.append(
                    Replacement(written: text.suffix(1) + String(scalar), letter: String(text.suffix(1))))
            } else if let letter = letters[scalar] {
                replacements.append(Replacement(written: String(scalar), letter: String(letter)))
                text.append(letter)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        guard readsPairs, text.contains("rn") else { return (text, replacements) }
        return (readingPairs(of: text), replacements + [Replacement(written: "rn", letter: "m")])
    }

    private static func readingPairs(of text: String) -> String {
        var result = ""
        for letter in text {
            if letter == "n", result.last == "r" {
                result.removeLast()
                result.append("m")
            } else {
                result.append(letter)
            }
        }
        return result
    }
}
