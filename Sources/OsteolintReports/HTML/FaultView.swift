import OsteolintCore

/// A group of findings as the template `fault` shows it; the script builds the same from `FaultData`.
struct FaultView {
    /// The source line of a fault.
    struct Source {
        let line: Int
        let label: String
        let marked: MarkedLine
        let carets: String
        let isLong: Bool
    }

    let number: Int
    let severity: String
    let message: [InlinePiece]
    let place: PlaceText?
    let source: Source?
    /// What to write instead; in a list so that a template can tell that there is one.
    let help: [[InlinePiece]]
    let lists: [PlaceList]

    /// Makes the view of a group; `number` is its place among all groups of the report, counted from zero.
    init(_ group: FindingGroup, number: Int) {
        let finding = group.first
        self.number = number
        severity = finding.severity.rawValue
        message = InlinePiece.pieces(of: finding.message)
        place = finding.place.map(PlaceText.init)
        source = Source(finding)
        help = finding.help.map { [InlinePiece.pieces(of: $0)] } ?? []
        lists = [PlaceList.related(group.related), PlaceList.same(group.others)].compactMap(\.self)
    }
}

extension FaultView.Source {
    fileprivate init?(_ finding: Finding) {
        guard let range = finding.place?.range, let marked = MarkedLine(finding) else { return nil }
        line = range.start.line
        self.marked = marked
        carets = marked.carets
        isLong = marked.isLong
        let end = marked.continues ? "on" : "to \(max(range.end.column - 1, range.start.column))"
        label = "Source line \(line), marked from column \(range.start.column) \(end)"
    }
}
