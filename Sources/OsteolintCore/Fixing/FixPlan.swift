/// What can be mended in a page as it is at one step.
struct FixPlan {
    /// In the order of the findings.
    private(set) var fixes: [PlannedFix] = []
    /// Whether a fix could not be mapped to the page's bytes.
    private(set) var isObstructed = false

    /// Maps the fixes of a page's findings to its bytes.
    init(_ reading: PageReading, _ decoder: TextDecoder) {
        let findings = reading.findings.filter { $0.fix != nil }
        guard !findings.isEmpty else { return }
        let lines = reading.page.lines
        var offsets: Set<Int> = []
        for edit in findings.flatMap({ $0.fix?.edits ?? [] }) {
            let stretch = lines.offsets(edit.range)
            offsets.formUnion([stretch.lowerBound, stretch.upperBound])
        }
        var walk = TextPositions(
            reading.bytes, text: reading.page.text, encoding: reading.page.encoding, decoder: decoder)
        var positions: [Int: Int] = [:]
        for offset in offsets.sorted() { positions[offset] = walk.position(of: offset) }
        for finding in findings {
            guard let fix = finding.fix, let start = finding.place?.range?.start else { continue }
            let planned = PlannedFix(fix, of: finding, at: start, lines, positions, walk)
            if let planned { fixes.append(planned) } else { isObstructed = true }
        }
    }
}

extension PlannedFix {
    /// Nil where an edit has no certain place in the bytes.
    fileprivate init?(
        _ fix: Fix, of finding: Finding, at start: SourceLocation, _ lines: LineIndex, _ positions: [Int: Int],
        _ walk: TextPositions
    ) {
        var edits: [(text: ByteEdit, bytes: ByteEdit)] = []
        for edit in fix.edits {
            let stretch = lines.offsets(edit.range)
            guard edit.replacement.utf8.allSatisfy({ $0 < 0x80 }), let lower = positions[stretch.lowerBound],
                let upper = positions[stretch.upperBound], lower <= upper
            else { return nil }
            edits.append(
                (
                    ByteEdit(range: stretch, replacement: Array(edit.replacement.utf8)),
                    ByteEdit(range: lower..<upper, replacement: walk.encoded(edit.replacement))
                ))
        }
        edits.sort { $0.text.range.lowerBound < $1.text.range.lowerBound }
        subject = Subject(finding)
        self.start = start
        reveals = fix.reveals
        textEdits = edits.map(\.text)
        byteEdits = edits.map(\.bytes)
    }
}
