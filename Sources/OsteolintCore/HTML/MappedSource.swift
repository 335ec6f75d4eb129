import HTMLTokenizer

/// Text that was read as HTML, with the way back to lines and columns of its page.
///
/// The page itself is one, and so are the contents of a `srcdoc` attribute, of a comment or of a script's strings.
struct MappedSource {
    /// The text, and where it came from in the page.
    let text: MappedText
    /// The lines of the page.
    let lines: LineIndex

    /// The page itself.
    init(page text: [UInt8], lines: LineIndex) {
        self.text = MappedText(verbatim: text)
        self.lines = lines
    }

    /// Text that was decoded from a stretch of another.
    init(_ text: MappedText, in parent: MappedSource) {
        self.text = text.mapped(into: parent.text)
        lines = parent.lines
    }

    var bytes: [UInt8] { text.bytes }

    /// The place of a stretch, in bytes.
    func range(_ offsets: Range<Int>) -> SourceRange {
        lines.range(text.source(of: offsets.lowerBound)..<endOffset(offsets))
    }

    /// A range ends behind its last byte, which may stand elsewhere than before the next one.
    private func endOffset(_ offsets: Range<Int>) -> Int {
        max(text.source(of: offsets.upperBound), text.source(of: offsets.lowerBound))
    }

    /// An attribute's value, with its places.
    func locatedValue(_ source: Range<Int>) -> LocatedText {
        let value = MappedText(decoding: bytes, source, isAttribute: true).mapped(into: text)
        var runs: [LocatedText.Run] = []
        for run in value.runs {
            runs.append(LocatedText.Run(offset: run.offset, location: lines.location(at: run.source)))
        }
        return LocatedText(
            String(decoding: value.bytes, as: UTF8.self), runs: runs, end: lines.location(at: value.sourceEnd))
    }
}

extension MappedText {
    /// The same text, with its runs in terms of the text that its source was itself decoded from.
    ///
    /// A line feed ends a run, so that a run never crosses lines.
    fileprivate func mapped(into outer: MappedText) -> MappedText {
        var mapped: [Run] = []
        var expected = -1
        var isBehindLineFeed = false
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? runs[index + 1].offset : bytes.count
            for offset in run.offset..<end {
                let source = outer.source(of: run.source + offset - run.offset)
                if source != expected || isBehindLineFeed { mapped.append(Run(offset: offset, source: source)) }
                expected = source + 1
                isBehindLineFeed = bytes[offset] == 0x0A
            }
        }
        return MappedText(bytes, runs: mapped, sourceEnd: outer.source(of: sourceEnd))
    }
}
