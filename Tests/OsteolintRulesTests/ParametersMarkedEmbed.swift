import OsteolintCore
import WebURL

/// An embed made of nothing but a query in which `↓` marks where findings are expected to start.
struct ParametersMarkedEmbed {
    let embed: Embed
    /// The places of the marks, with the URL at the start of the first line.
    let marks: [SourceLocation]

    /// The query makes no URL.
    struct Unparsable: Error {
        let text: String
    }

    static let start = "https://www.osteocom.me/embed/course?"

    /// The place of the attribute, where a missing parameter is reported.
    static let attribute = SourceLocation(line: 1, column: 0)

    init(_ query: String, path: String = "index.html", isUnicodePage: Bool = true) throws {
        let scalars = Self.start.unicodeScalars + query.unicodeScalars
        var text = String.UnicodeScalarView()
        var runs = [LocatedText.Run(offset: 0, location: SourceLocation(line: 1, column: 1))]
        var place = SourceLocation(line: 1, column: 1)
        var marks: [SourceLocation] = []
        for scalar in scalars {
            guard scalar != "↓" else {
                marks.append(place)
                continue
            }
            text.append(scalar)
            let isLineEnd = scalar == "\n"
            place = SourceLocation(line: place.line + (isLineEnd ? 1 : 0), column: isLineEnd ? 1 : place.column + 1)
            guard isLineEnd else { continue }
            runs.append(LocatedText.Run(offset: String(text).utf8.count, location: place))
        }
        let source = LocatedText(String(text), runs: runs, end: place)
        guard let url = WebURL(source.text) else { throw Unparsable(text: source.text) }
        let tag = SourceRange(start: Self.attribute, end: place)
        embed = Embed(
            path: path, ordinal: 0, element: "iframe", state: .live, context: "document", tag: tag, attribute: tag,
            url: EmbedURL(source: source, url: url), environment: .production, isUnicodePage: isUnicodePage,
            excerpt: SourceExcerpt(firstLine: 1, lines: [])
        )
        self.marks = marks
    }
}
