/// A fix of one finding, with its edits in the text and in the bytes of its page.
struct PlannedFix {
    /// What a finding is about: rule and embed.
    struct Subject: Hashable {
        let rule: String
        let embed: Int?

        init(_ finding: Finding) { (rule, embed) = (finding.rule, finding.embed) }
    }

    let subject: Subject
    /// Where the finding stands.
    let start: SourceLocation
    let reveals: Bool
    /// Sorted.
    let textEdits: [ByteEdit]
    /// The same edits of the bytes.
    let byteEdits: [ByteEdit]

    /// Sorted, or nil where two touch the same text.
    static func merged(_ fixes: [PlannedFix], _ edits: KeyPath<PlannedFix, [ByteEdit]>) -> [ByteEdit]? {
        let sorted = fixes.flatMap { $0[keyPath: edits] }.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        return zip(sorted, sorted.dropFirst()).allSatisfy { $0.isBefore($1) } ? sorted : nil
    }

    /// Fixes in groups with at most one for each embed; those that are about none are in the first.
    static func layers(_ fixes: [PlannedFix]) -> [[PlannedFix]] {
        var layers: [[PlannedFix]] = []
        var depths: [Int: Int] = [:]
        for fix in fixes {
            let depth = fix.subject.embed.map { depths[$0, default: 0] } ?? 0
            if let embed = fix.subject.embed { depths[embed] = depth + 1 }
            if depth == layers.count { layers.append([]) }
            layers[depth].append(fix)
        }
        return layers
    }

    /// Those of fixes in order that do not touch what one before them touches.
    static func compatible(_ fixes: [PlannedFix]) -> [PlannedFix] {
        var kept: [PlannedFix] = []
        // Fixes of one embed touch one tag, so that only neighbours can be in each other's way.
        for fix in fixes {
            let near = kept.suffix(64)
            if merged(near + [fix], \.textEdits) != nil { kept.append(fix) }
        }
        return kept
    }
}
