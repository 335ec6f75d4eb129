/// An alphabet, and the letters that most of a text in it consists of.
struct Alphabet {
    let letters: ClosedRange<Unicode.Scalar>
    let frequent: Set<Unicode.Scalar>

    private init(_ letters: ClosedRange<Unicode.Scalar>, frequent: String) {
        self.letters = letters
        self.frequent = Set(frequent.unicodeScalars)
    }

    /// The single-byte encodings that are guessed, the most usual one of an alphabet first.
    static let encodings: [(TextEncoding, Alphabet)] = [
        (.windows1251, cyrillic), (.koi8R, cyrillic), (.iso8859Part5, cyrillic), (.ibm866, cyrillic),
        (.windows1253, greek), (.windows1255, hebrew), (.windows1256, arabic), (.windows874, thai),
    ]

    private static let cyrillic = Alphabet("\u{0401}"..."\u{045F}", frequent: "оеаинтсрвл")
    private static let greek = Alphabet("\u{0386}"..."\u{03CE}", frequent: "αοιετσνηυρ")
    private static let hebrew = Alphabet("\u{05D0}"..."\u{05EA}", frequent: "יוהלאםרתבמש")
    private static let arabic = Alphabet("\u{0621}"..."\u{0652}", frequent: "الينمورتبع")
    private static let thai = Alphabet(
        "\u{0E01}"..."\u{0E4E}", frequent: "านรกอเงมยลวดทสต\u{0E31}\u{0E34}\u{0E35}\u{0E48}\u{0E49}")
}
