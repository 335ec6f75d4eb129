import OsteolintCore

/// A place as the report names it.
struct PlaceText {
    /// The path, made visible.
    let path: String
    /// Line and column behind colons; empty for a whole file.
    let position: String

    init(_ place: Place) {
        self.init(path: place.path, start: place.range?.start)
    }

    init(_ embed: ReportedEmbed) {
        path = VisibleText.visible(embed.path)
        position = embed.isRendered ? " (rendered)" : ":\(embed.location.line):\(embed.location.column)"
    }

    private init(path: String, start: SourceLocation?) {
        self.path = VisibleText.visible(path)
        position = start.map { ":\($0.line):\($0.column)" } ?? ""
    }
}
