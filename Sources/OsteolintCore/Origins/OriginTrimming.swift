/// Takes away what comes along when an origin is copied out of a text.
enum OriginTrimming {
    private static let opening = Set("\"'`“”„‟‘’‚‛«»‹›<(「『".unicodeScalars)
    private static let closing = Set("\"'`“”„‟‘’‚‛«»‹›>)」』,;.".unicodeScalars)
    private static let bullets = Set("-–—•·*".unicodeScalars)

    /// The text without white space and control characters around it, and without unseen characters in front.
    static func trimmed(_ scalars: OriginText.Scalars) -> OriginText.Scalars {
        var rest = scalars.drop { isSpaceOrControl($0) || $0.properties.generalCategory == .format }
        while let last = rest.last, isSpaceOrControl(last) { rest.removeLast() }
        return rest
    }

    /// The text without white space around it.
    static func withoutSpaces(_ scalars: OriginText.Scalars) -> OriginText.Scalars {
        var rest = scalars.drop(while: \.properties.isWhitespace)
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return rest
    }

    /// The text without a bullet or quotation marks; what closes is taken away only where something opened.
    static func withoutMarkup(_ scalars: OriginText.Scalars) -> OriginText.Scalars {
        var rest = scalars
        if let first = rest.first, bullets.contains(first), rest.dropFirst().first?.properties.isWhitespace == true {
            rest = withoutSpaces(rest.dropFirst())
        }
        let bare = rest.drop(while: opening.contains)
        return bare.count == rest.count ? rest : withoutClosing(bare)
    }

    /// The text without punctuation that belongs to the sentence around it.
    static func withoutClosing(_ scalars: OriginText.Scalars) -> OriginText.Scalars {
        var rest = scalars
        while let last = rest.last, closing.contains(last) { rest.removeLast() }
        return rest
    }

    private static func isSpaceOrControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
    }
}
