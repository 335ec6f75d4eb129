/// What a header says, as a proof shows it: whoever sends the header decides how long it is.
enum ShownText {
    /// How many scalars are shown.
    private static let length = 200
    /// How many expressions of a policy are shown.
    static let expressions = 20

    /// The text, or its beginning where it is long.
    static func cut(_ text: String) -> String {
        let beginning = text.unicodeScalars.prefix(length)
        return beginning.endIndex == text.endIndex ? text : String(String.UnicodeScalarView(beginning)) + "…"
    }
}
