/// The source lines that policies and embeds of a survey stand in, for findings that are made when the files are gone.
struct PolicyLines {
    private static let width = 400

    private let excerpts: [String: [SourceExcerpt]]

    /// Collects the lines of the files that findings stand in.
    init(_ survey: PagePolicySurvey, of findings: [Finding]) {
        let paths = Set(findings.compactMap { $0.place?.path })
        var excerpts: [String: [SourceExcerpt]] = [:]
        // Many pages have the field of one hosting file.
        var seen: Set<[String: SourceExcerpt]> = []
        for page in survey.pages {
            for field in page.fields where paths.contains(field.path) {
                guard let excerpt = field.excerpt, seen.insert([field.path: excerpt]).inserted else { continue }
                excerpts[field.path, default: []].append(excerpt)
            }
            if paths.contains(page.path) { excerpts[page.path, default: []] += page.embeds.map(\.excerpt) }
        }
        self.excerpts = excerpts
    }

    /// The part of a line around the start of a place; nil where it is not held.
    func snippet(at place: Place) -> Snippet? {
        guard let start = place.range?.start else { return nil }
        let lines = (excerpts[place.path] ?? []).lazy.compactMap { $0.line(start.line) }
        let line = lines.first { $0.holds(column: start.column) } ?? lines.first
        return line?.around(column: start.column, width: Self.width)
    }
}

extension Snippet {
    fileprivate func holds(column: Int) -> Bool {
        column >= firstColumn && column < firstColumn + text.unicodeScalars.count
    }

    /// The part of a long line around a column, as many scalars as said at the most.
    fileprivate func around(column: Int, width: Int) -> Snippet {
        let scalars = text.unicodeScalars
        let count = scalars.count
        guard count > width else { return self }
        let skipped = max(0, min(column - firstColumn - width / 4, count - width))
        let part = String.UnicodeScalarView(scalars.dropFirst(skipped).prefix(width))
        return Snippet(text: String(part), firstColumn: firstColumn + skipped)
    }
}
