/// The beginning of a text that somebody else has written, as much of it as a message bears.
struct Shortened: CustomStringConvertible {
    private static let longest = 160

    let description: String

    init(_ text: String) {
        let scalars = text.unicodeScalars
        description =
            scalars.count > Self.longest ? String(String.UnicodeScalarView(scalars.prefix(Self.longest))) + "…" : text
    }
}
