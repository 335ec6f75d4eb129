/// What a string expression comes to: known text with its places in the script, and expressions whose value only a
/// browser knows.
struct ScriptText: Sendable {
    /// A stretch of text that stands in the source as it is.
    struct Run: Sendable, Hashable {
        /// Where it begins in the text, in bytes.
        let offset: Int
        /// Where it begins in the source, in bytes.
        let source: Int
        /// Where in the source the text before it ends, if that is elsewhere.
        let endOfPrevious: Int?
    }

    /// An expression that could not be read.
    struct Unknown: Sendable, Hashable {
        /// What stands for it in the text, in bytes.
        let range: Range<Int>
        /// Its tokens.
        let tokens: Range<Int>
        /// Where it stands in the source, in bytes.
        let source: Range<Int>
    }

    /// What stands in the text for an expression: a template's expression, so that rules know it for one.
    static let standIn = Array("${value}".utf8)
    /// Longer texts are no URLs of anybody's; in bytes.
    private static let longest = 1 << 16

    /// The text, UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [Run] = []
    /// The expressions in it, in order.
    private(set) var unknowns: [Unknown] = []
    /// Where its last piece ends in the source, in bytes.
    private(set) var sourceEnd: Int
    /// Whether it became too long, so that its end is not there.
    private(set) var isCut = false

    /// Makes an empty text at an offset of the source.
    init(at source: Int) { sourceEnd = source }

    /// Makes the text of an expression that is not known.
    init(unknown tokens: Range<Int>, at source: Range<Int>) {
        self.init(at: source.lowerBound)
        appendUnknown(tokens, at: source)
    }

    /// The text alone.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether no expression is in it.
    var isKnown: Bool { unknowns.isEmpty && !isCut }

    /// Whether it is nothing but one expression.
    var isUnknown: Bool { unknowns.first.map { $0.range == 0..<bytes.count } ?? false }

    /// Appends bytes that stand for a stretch of the source; those of one stretch advance together.
    mutating func append(_ added: some Collection<UInt8>, at source: Range<Int>, isVerbatim: Bool) {
        guard bytes.count + added.count <= Self.longest else { return isCut = true }
        begin(at: source.lowerBound, isVerbatim: isVerbatim && sourceEnd == source.lowerBound && !runs.isEmpty)
        bytes.append(contentsOf: added)
        sourceEnd = source.upperBound
    }

    /// Appends an expression.
    mutating func appendUnknown(_ tokens: Range<Int>, at source: Range<Int>) {
        guard bytes.count + Self.standIn.count <= Self.longest else { return isCut = true }
        begin(at: source.lowerBound, isVerbatim: false)
        unknowns.append(
            Unknown(range: bytes.count..<(bytes.count + Self.standIn.count), tokens: tokens, source: source))
        bytes += Self.standIn
        sourceEnd = source.upperBound
    }

    /// Appends another text.
    mutating func append(_ other: ScriptText) {
        guard bytes.count + other.bytes.count <= Self.longest else { return isCut = true }
        isCut = isCut || other.isCut
        guard !other.bytes.isEmpty else { return }
        let start = bytes.count
        for run in other.runs {
            let isFirst = run.offset == 0
            let previous = isFirst ? (start > 0 && sourceEnd != run.source ? sourceEnd : nil) : run.endOfPrevious
            runs.append(Run(offset: start + run.offset, source: run.source, endOfPrevious: previous))
        }
        unknowns += other.unknowns.map {
            Unknown(
                range: (start + $0.range.lowerBound)..<(start + $0.range.upperBound), tokens: $0.tokens,
                source: $0.source)
        }
        bytes += other.bytes
        sourceEnd = other.sourceEnd
    }

    private mutating func begin(at source: Int, isVerbatim: Bool) {
        guard !isVerbatim || runs.isEmpty else { return }
        let previous = !bytes.isEmpty && sourceEnd != source ? sourceEnd : nil
        runs.append(Run(offset: bytes.count, source: source, endOfPrevious: previous))
    }

    /// A stretch of the text, with the expressions that stand in it whole.
    func part(_ range: Range<Int>) -> ScriptText {
        var part = ScriptText(at: source(of: range.lowerBound))
        guard !range.isEmpty else { return part }
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? runs[index + 1].offset : bytes.count
            let kept = range.clamped(to: run.offset..<max(run.offset, end))
            guard !kept.isEmpty else { continue }
            let source = run.source + kept.lowerBound - run.offset
            let isFirst = part.runs.isEmpty
            part.runs.append(
                Run(
                    offset: kept.lowerBound - range.lowerBound, source: source,
                    endOfPrevious: isFirst ? nil : run.endOfPrevious))
        }
        part.bytes = Array(bytes[range])
        let whole = unknowns.filter {
            range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
        }
        part.unknowns = whole.map {
            Unknown(
                range: ($0.range.lowerBound - range.lowerBound)..<($0.range.upperBound - range.lowerBound),
                tokens: $0.tokens, source: $0.source)
        }
        part.sourceEnd = endInSource(of: range.upperBound)
        return part
    }

    /// Whether a stretch of it holds a part of an expression that is not known.
    func isUnknown(in range: Range<Int>) -> Bool { unknowns.contains { $0.range.overlaps(range) } }

    /// The text without a stretch of it.
    func without(_ range: Range<Int>) -> ScriptText {
        var text = part(0..<range.lowerBound)
        text.append(part(range.upperBound..<bytes.count))
        return text
    }

    /// Where in the source an offset of the text stands, both in bytes.
    func source(of offset: Int) -> Int {
        guard offset < bytes.count, let run = runs[..<firstRun(behind: offset)].last else { return sourceEnd }
        return run.source + offset - run.offset
    }

    /// Where in the source a stretch of the text stands, up to where its first piece ends if it has several.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        let start = source(of: range.lowerBound)
        let next = firstRun(behind: range.lowerBound)
        let jump = runs[next...].first { $0.endOfPrevious != nil && $0.offset <= range.upperBound }
        let end = jump?.endOfPrevious ?? source(of: range.upperBound)
        return start..<max(start, end)
    }

    /// Where in the source the text before an offset ends.
    private func endInSource(of offset: Int) -> Int {
        let run = runs[..<firstRun(behind: offset)].last
        if let run, run.offset == offset, let end = run.endOfPrevious { return end }
        return source(of: offset)
    }

    private func firstRun(behind offset: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether an expression stands in a stretch of it.
    func hasUnknown(in range: Range<Int>) -> Bool {
        unknowns.contains { $0.range.overlaps(range) }
    }

    /// The same text with the lines and columns of its places.
    func located(_ lines: LineIndex) -> LocatedText {
        LocatedText(
            string,
            runs: runs.map { run in
                LocatedText.Run(
                    offset: run.offset, location: lines.location(at: run.source),
                    endOfPrevious: run.endOfPrevious.map(lines.location))
            },
            end: lines.location(at: sourceEnd))
    }
}
