extension Linter {
    private static let ruleOfURLs = "secret-in-embed-url"
    private static let ruleOfTexts = "secret-in-page"

    /// A secret in an embed's URL is that fault alone, and not one of the page as well.
    static func withoutRepeatedSecrets(_ findings: [Finding]) -> [Finding] {
        let inURLs = findings.filter { $0.rule == ruleOfURLs }.compactMap(\.place?.range).sorted { $0.start < $1.start }
        guard !inURLs.isEmpty else { return findings }
        return findings.compactMap { finding in
            guard finding.rule == ruleOfTexts else { return finding }
            var finding = finding
            let places = ([finding.place].compactMap { $0 } + finding.related).filter { place in
                place.range.map { !overlaps($0, inURLs) } ?? true
            }
            guard let first = places.first else { return nil }
            finding.place = first
            finding.related = Array(places.dropFirst())
            return finding
        }
    }

    /// Whether a range overlaps one of many, which are in order and apart.
    private static func overlaps(_ range: SourceRange, _ ranges: [SourceRange]) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].end <= range.start { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].start < range.end
    }
}
