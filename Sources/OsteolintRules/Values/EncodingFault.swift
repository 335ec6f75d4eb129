/// A stretch of a query that the card reads as something else than was meant.
struct EncodingFault {
    enum Kind: Hashable, CaseIterable {
        /// A space as it is.
        case space
        /// A control character as it is.
        case control
        /// A `+`, which is read as a space.
        case plus
        /// A `%` without two hexadecimal digits.
        case strayPercent
        /// `%25` before two hexadecimal digits: percent-encoded twice.
        case encodedTwice
        /// Percent-encoded bytes that are not UTF-8.
        case invalidUTF8
        /// A character outside ASCII as it is, in a page that is not Unicode.
        case nonASCII
    }

    let kind: Kind
    /// Where it begins and ends in `URLInput.bytes`.
    let indices: Range<Int>
    /// Where those of its kind begin and end that are in the same name or value, itself included; the first of very many.
    var all: [Range<Int>]

    init(kind: Kind, indices: Range<Int>) {
        self.kind = kind
        self.indices = indices
        all = [indices]
    }
}
