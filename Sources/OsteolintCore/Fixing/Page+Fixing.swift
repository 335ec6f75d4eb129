extension Page {
    /// The fix of a finding, or nil where it cannot be written into this page with certainty: into the document of a
    /// `srcdoc`, into a template engine's expression, or where the page's characters are themselves in doubt.
    func certainFix(of finding: Finding) -> Fix? {
        guard let fix = finding.fix, !fix.edits.isEmpty else { return nil }
        guard let tag = frame(of: finding).flatMap(element)?.startTagOffsets else { return nil }
        let stretches = fix.edits.map { lines.offsets($0.range) }
        return stretches.allSatisfy(isCertain) && isOutsideTemplates(stretches, of: tag) ? fix : nil
    }

    private func frame(of finding: Finding) -> Frame? {
        if let embed = finding.embed { return frame(of: embeds[embed]) }
        return finding.place?.range.flatMap { frame(at: $0.start) }
    }

    /// Whether the characters that an edit takes out are what the page says, and not what osteolint guesses.
    private func isCertain(_ stretch: Range<Int>) -> Bool {
        let taken = text[stretch]
        guard taken.contains(where: { $0 >= 0x80 }) else { return true }
        let isGuessed = encoding.source == .content || encoding.source == .fallback
        return !isGuessed && !String(decoding: taken, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
    }

    private func isOutsideTemplates(_ stretches: [Range<Int>], of tag: Range<Int>) -> Bool {
        let expressions = templates(in: tag)
        return stretches.allSatisfy { stretch in
            expressions.allSatisfy { stretch.upperBound <= $0.lowerBound || stretch.lowerBound >= $0.upperBound }
        }
    }

    /// The expressions of template engines in a stretch, in bytes of the text.
    func templates(in stretch: Range<Int>) -> [Range<Int>] {
        TemplateExpression.all(in: Array(text[stretch])).map {
            ($0.range.lowerBound + stretch.lowerBound)..<($0.range.upperBound + stretch.lowerBound)
        }
    }
}
