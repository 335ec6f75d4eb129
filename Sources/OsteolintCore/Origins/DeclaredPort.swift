/// The port of a declared origin.
struct DeclaredPort {
    /// Its number, or nil where there is none or it cannot be told.
    let number: UInt16?
    /// Whether it is not written as a browser writes a port.
    let isInvalid: Bool
    /// Whether it is written in digits alone.
    let isInDigits: Bool
    /// Whether it is a `*`.
    let hasWildcard: Bool
    /// Whether it is known which port is meant, none being one too.
    let isTold: Bool

    /// - Parameter written: what stands behind the colon; nil where there is none.
    init(_ written: OriginText.Scalars?) {
        hasWildcard = written?.contains("*") == true
        guard let written else {
            (number, isInvalid, isInDigits, isTold) = (nil, false, false, true)
            return
        }
        let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
        let digits = OriginTrimming.withoutClosing(written)
        let read = digits.allSatisfy(isDigit) ? UInt16(OriginText.text(digits)) : nil
        number = read == 0 ? nil : read
        // A browser leaves zeros in front out, so that the text is not the origin.
        isInvalid = number.map { String($0) != OriginText.text(written) } ?? true
        isInDigits = written.allSatisfy(isDigit)
        isTold = number != nil || digits.isEmpty
    }
}
