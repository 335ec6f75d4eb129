/// What a header says, as it is shown to people: whoever sends the header decides how long it is.
public enum ShownText {
    /// How many scalars are shown where nothing else is said.
    public static let length = 200
    /// How many expressions of a policy are shown.
    static let expressions = 20

    /// The text, or its beginning with an ellipsis where it is longer than this many scalars.
    public static func cut(_ text: String, to length: Int = Self.length) -> String {
        let beginning = text.unicodeScalars.prefix(length)
        return beginning.endIndex == text.endIndex ? text : String(String.UnicodeScalarView(beginning)) + "…"
    }
}
