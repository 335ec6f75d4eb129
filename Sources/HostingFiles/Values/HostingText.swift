import OsteolintCore

/// The text of a hosting file, and what is made of stretches of it.
struct HostingText: Sendable {
    private static let mostExcerptLines = 100

    /// The path as shown in reports.
    let path: String
    let format: HostingFormat
    /// The decoded text.
    let bytes: [UInt8]
    let lines: LineIndex

    init(_ text: DeliveredText, format: HostingFormat) {
        path = text.path
        self.format = format
        bytes = text.text
        lines = text.lines
    }

    /// The stretches of the lines without their line ends, in bytes.
    var lineRanges: [Range<Int>] { (1...lines.lineCount).map(lines.offsets(ofLine:)) }

    /// A field with its places; nil for one without a value, which says nothing.
    func field(_ name: FieldName, _ value: ValueText) -> PageField? {
        let value = value.trimmed
        guard !value.bytes.isEmpty else { return nil }
        let located = value.located(in: lines)
        return PageField(
            source: .hosting(format), name: name.rawValue, value: located, path: path, excerpt: excerpt(located))
    }

    private func excerpt(_ value: LocatedText) -> SourceExcerpt {
        let first = value.location(at: 0)
        let last = min(max(first.line, value.end.line), first.line + Self.mostExcerptLines - 1)
        return SourceExcerpt(
            firstLine: first.line,
            lines: (first.line...last).map { line in
                let column = line == first.line ? first.column : 1
                return lines.snippet(at: SourceLocation(line: line, column: column), maximum: 600)
            })
    }

    /// What cannot be known of a field that is written at a place.
    func doubt(_ name: FieldName, at source: Int, _ reason: String) -> FieldStep {
        let line = lines.location(at: source).line
        return .doubt(
            Remark(subject: path, message: "line \(line): \(name.shown) was not judged, since \(reason)"))
    }

    /// What keeps the file from being read, at a place.
    func fault(at source: Int, _ message: String) -> HostingFault {
        let location = lines.location(at: source)
        return HostingFault(line: location.line, column: location.column, message: message)
    }

    /// A text of the file as a message may show it: of a long one the beginning.
    static func shown(_ text: ValueText) -> String {
        let longest = 60
        let scalars = text.string.unicodeScalars
        guard scalars.count > longest else { return text.string }
        return String(scalars.prefix(longest)) + "…"
    }
}
