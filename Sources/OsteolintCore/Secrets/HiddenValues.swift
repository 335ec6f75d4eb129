/// The secrets of a text, each to be hidden in the lines that are shown of it, even where their names are cut off.
struct HiddenValues {
    /// The columns to hide by line, both counted from one.
    private var columns: [Int: [Range<Int>]] = [:]

    init(_ secrets: [ExposedSecret], in lines: LineIndex) {
        for secret in secrets {
            let range = lines.range(secret.value)
            guard range.start.line == range.end.line, range.start.column < range.end.column else { continue }
            columns[range.start.line, default: []].append(range.start.column..<range.end.column)
        }
    }

    var isEmpty: Bool { columns.isEmpty }

    /// A source line with asterisks for the secrets in it.
    func masked(_ snippet: Snippet, line: Int) -> Snippet {
        let scalars = snippet.text.unicodeScalars
        let shown = snippet.firstColumn..<(snippet.firstColumn + scalars.count)
        guard let hidden = columns[line].map({ overlapping(shown, in: $0) }), !hidden.isEmpty else { return snippet }
        var text = String.UnicodeScalarView()
        var index = hidden.startIndex
        for (column, scalar) in zip(shown, scalars) {
            while index < hidden.endIndex, hidden[index].upperBound <= column { index += 1 }
            text.append(index < hidden.endIndex && hidden[index].contains(column) ? "*" : scalar)
        }
        return Snippet(text: String(text), firstColumn: snippet.firstColumn)
    }

    /// An excerpt with asterisks for the secrets in it.
    func masked(_ excerpt: SourceExcerpt) -> SourceExcerpt {
        SourceExcerpt(
            firstLine: excerpt.firstLine,
            lines: excerpt.lines.enumerated().map { masked($1, line: excerpt.firstLine + $0) })
    }

    /// An embed whose lines hold no secret.
    func masked(_ embed: Embed) -> Embed {
        guard !isEmpty else { return embed }
        var embed = embed
        embed.excerpt = masked(embed.excerpt)
        return embed
    }

    /// A field whose lines hold no secret.
    func masked(_ field: PageField) -> PageField {
        guard !isEmpty else { return field }
        var field = field
        field.excerpt = field.excerpt.map(masked)
        return field
    }

    /// Those of many ranges, in order and apart, that overlap another.
    private func overlapping(_ shown: Range<Int>, in ranges: [Range<Int>]) -> ArraySlice<Range<Int>> {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= shown.lowerBound { low = middle + 1 } else { high = middle }
        }
        return ranges[low...].prefix { $0.lowerBound < shown.upperBound }
    }
}
