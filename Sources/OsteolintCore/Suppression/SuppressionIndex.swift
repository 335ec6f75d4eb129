/// Finds the comment of a page that silences a finding.
struct SuppressionIndex {
    /// A stretch in which a rule is silent.
    private struct Region {
        let start: SourceLocation
        /// Where it is over; nil at the end of the page.
        var end: SourceLocation?
        let comment: Int
    }

    /// By rule and line: the last comment that is about the line.
    private var lines: [String: [Int: Int]] = [:]
    /// By rule, in source order; one that begins in another ends with it.
    private var regions: [String: [Region]] = [:]
    /// By rule: how many of its last regions have no end yet.
    private var open: [String: Int] = [:]
    /// The names, by comment, that `osteolint-enable` has and that were not disabled there.
    private(set) var enabledInVain: [Int: [String]] = [:]
    /// The comments with an `osteolint-enable` for any rule where none was disabled.
    private(set) var emptyEnables: Set<Int> = []

    /// Reads the comments of one page, in source order.
    init(_ comments: [SuppressionComment]) {
        for (index, comment) in comments.enumerated() {
            switch comment.directive {
            case .disableNextLine: for rule in comment.rules { lines[rule, default: [:]][comment.nextLine] = index }
            case .disable: for rule in comment.rules { begin(rule, comment, index) }
            case .enable: enable(comment, index)
            case .unknown: break
            }
        }
    }

    private mutating func begin(_ rule: String, _ comment: SuppressionComment, _ index: Int) {
        regions[rule, default: []].append(Region(start: comment.range.end, end: nil, comment: index))
        open[rule, default: 0] += 1
    }

    private mutating func enable(_ comment: SuppressionComment, _ index: Int) {
        if comment.rules.isEmpty, open.isEmpty { emptyEnables.insert(index) }
        for rule in comment.rules.isEmpty ? Array(open.keys) : comment.rules {
            guard let count = open.removeValue(forKey: rule), let last = regions[rule]?.count else {
                enabledInVain[index, default: []].append(rule)
                continue
            }
            for region in (last - count)..<last { regions[rule]?[region].end = comment.range.start }
        }
    }

    /// The comment, by its number, that silences a finding of the page, or nil.
    func comment(for finding: Finding) -> Int? {
        let places = [finding.place?.range?.start, finding.element?.start].compactMap { $0 }
        if let lines = lines[finding.rule], let comment = places.lazy.compactMap({ lines[$0.line] }).first {
            return comment
        }
        guard let regions = regions[finding.rule] else { return nil }
        return places.lazy.compactMap { Self.region(at: $0, in: regions)?.comment }.first
    }

    /// The last region that begins before a place; where that one is over, those before it are.
    private static func region(at location: SourceLocation, in regions: [Region]) -> Region? {
        var low = 0
        var high = regions.count
        while low < high {
            let middle = (low + high) / 2
            if regions[middle].start <= location { low = middle + 1 } else { high = middle }
        }
        guard low > 0, regions[low - 1].end.map({ location < $0 }) ?? true else { return nil }
        return regions[low - 1]
    }
}
