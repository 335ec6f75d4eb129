/// An id or URL as the report shows it, which a page's author or a server chose.
enum ShownID {
    private static let longest = 300

    /// The text made visible, and cut where it is far longer than any real one.
    static func text(_ id: String) -> String {
        let cut = id.unicodeScalars.prefix(longest)
        let text = VisibleText.visible(String(cut))
        return cut.endIndex < id.unicodeScalars.endIndex ? text + "…" : text
    }
}
