import OsteolintCore

/// Findings grouped by fault, in the order of their first places.
///
/// There may be a hundred thousand of them: what is held beside the findings are numbers alone, and a group is put
/// together when it is looked at.
struct FindingGroups: RandomAccessCollection {
    private static let none: Int32 = -1

    private let findings: [Finding]
    /// The first finding of each group.
    private var firsts: [Int32] = []
    /// The last finding of each group.
    private var lasts: [Int32] = []
    /// How many findings each group has.
    private var counts: [Int32] = []
    /// The next finding in the group of each finding.
    private var following: [Int32]

    /// Groups the findings that are to be shown.
    init(_ findings: [Finding], where isShown: (Finding) -> Bool = { _ in true }) {
        self.findings = findings
        following = Array(repeating: Self.none, count: findings.count)
        var table = Table()
        for (index, finding) in findings.enumerated() where isShown(finding) {
            guard finding.place != nil || !finding.isInMarkup else {
                append(index)
                continue
            }
            let hash = Self.hash(finding)
            if let group = table.group(hash, where: { Self.isSame(findings[Int(firsts[$0])], finding) }) {
                add(index, to: group)
            } else {
                table.insert(firsts.count, hash)
                append(index)
            }
        }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { firsts.count }

    subscript(position: Int) -> FindingGroup {
        let first = Int(firsts[position])
        let others = sequence(first: Int(following[first])) { Int(following[$0]) }.prefix { $0 >= 0 }
        return FindingGroup(findings[first], others.lazy.map { findings[$0] })
    }

    /// The finding that stands for a group.
    func first(at position: Int) -> Finding { findings[Int(firsts[position])] }

    /// How many findings a group has.
    func count(at position: Int) -> Int { Int(counts[position]) }

    private mutating func append(_ index: Int) {
        firsts.append(Int32(index))
        lasts.append(Int32(index))
        counts.append(1)
    }

    private mutating func add(_ index: Int, to group: Int) {
        following[Int(lasts[group])] = Int32(index)
        lasts[group] = Int32(index)
        counts[group] += 1
    }

    private static func isSame(_ left: Finding, _ right: Finding) -> Bool {
        left.rule == right.rule && left.severity == right.severity && left.isInMarkup == right.isInMarkup
            && left.isSuppressed == right.isSuppressed && left.message == right.message && left.help == right.help
            && markup(left) == markup(right)
    }

    private static func hash(_ finding: Finding) -> Int {
        var hasher = Hasher()
        for text in [Substring(finding.rule), Substring(finding.message), markup(finding) ?? ""] {
            // Bytes: what is hashed as characters is normalised first, which takes many times as long.
            _ = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
        return hasher.finalize()
    }

    /// The source line without its indentation, where the markup is what is wrong.
    private static func markup(_ finding: Finding) -> Substring? {
        guard finding.isInMarkup, let text = finding.snippet?.text else { return nil }
        return text[(text.utf8.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? text.endIndex)...]
    }
}

extension FindingGroups {
    /// Groups by hash; those of the same hash hang together from the newest to the oldest.
    private struct Table {
        private var newest: [Int: Int32] = [:]
        private var links: [(group: Int32, older: Int32)] = []

        func group(_ hash: Int, where isSame: (Int) -> Bool) -> Int? {
            var link = newest[hash] ?? none
            while link != none {
                let entry = links[Int(link)]
                if isSame(Int(entry.group)) { return Int(entry.group) }
                link = entry.older
            }
            return nil
        }

        mutating func insert(_ group: Int, _ hash: Int) {
            links.append((Int32(group), newest[hash] ?? none))
            newest[hash] = Int32(links.count - 1)
        }
    }
}
