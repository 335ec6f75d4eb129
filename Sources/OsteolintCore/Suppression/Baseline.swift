import ContentSecurityPolicy

/// Findings that are known and do not count: so many of each content in each file.
public struct Baseline: Sendable {
    /// Equal findings in one file.
    public struct Entry: Sendable, Hashable {
        /// The id of the rule.
        public let rule: String
        /// The file; nil for findings that stand in none.
        public let path: String?
        /// What they have in common, never lines; see `Finding.content`.
        public let content: UInt64
        /// How many there are, from one on.
        public let count: Int
        /// The message of the first of them, for whoever reads the file.
        public let message: String

        /// Makes an entry.
        public init(rule: String, path: String?, content: UInt64, count: Int, message: String) {
            self.rule = rule
            self.path = path
            self.content = content
            self.count = count
            self.message = message
        }

        /// The content in 16 hexadecimal digits.
        public var contentDigits: String { StableHash.digits(content) }
    }

    private struct Key: Hashable {
        let rule: String
        let path: String?
        let content: UInt64

        init(_ entry: Entry) { (rule, path, content) = (entry.rule, entry.path, entry.content) }
        init(_ finding: Finding) { (rule, path, content) = (finding.rule, finding.maskedPath, finding.content) }
    }

    /// The entries, sorted by path, rule and content.
    public let entries: [Entry]

    /// The files that the entries stand in.
    public var files: Set<String> { Set(entries.compactMap(\.path)) }

    /// Makes a baseline; of entries that stand for the same findings, the one that has most of them is kept.
    public init(_ entries: [Entry]) {
        let distinct = Dictionary(entries.map { (Key($0), $0) }) { $0.count >= $1.count ? $0 : $1 }
        self.entries = distinct.values.sorted {
            ($0.path ?? "", $0.rule, $0.content) < ($1.path ?? "", $1.rule, $1.content)
        }
    }

    /// Makes the baseline of a report: of those of its findings that are marked as known from one.
    public init(of report: Report) {
        var counts: [Key: (count: Int, message: String)] = [:]
        for finding in report.findings where finding.suppression == .baseline {
            counts[Key(finding), default: (0, ShownText.cut(finding.message))].count += 1
        }
        self.init(
            counts.map { key, known in
                Entry(
                    rule: key.rule, path: key.path, content: key.content, count: known.count, message: known.message)
            })
    }

    /// Marks the findings that are known; those that comments silence use nothing up.
    ///
    /// - Parameter findings: sorted, with their contents.
    /// - Returns: the entries of which there are fewer findings than they say.
    func apply(to findings: inout [Finding]) -> [Entry] {
        var left = Dictionary(entries.map { (Key($0), $0.count) }) { $0 + $1 }
        for index in findings.indices where !findings[index].isSuppressed {
            let key = Key(findings[index])
            guard let count = left[key], count > 0 else { continue }
            left[key] = count - 1
            findings[index].suppression = .baseline
        }
        return entries.filter { left[Key($0), default: 0] > 0 }
    }
}

/// What a run does with a baseline.
public enum BaselineUse: Sendable {
    /// Nothing.
    case none
    /// Lets known findings pass; `path` is its file as shown in reports. A strict one fails the run where it has
    /// entries that no longer occur.
    case known(Baseline, path: String, isStrict: Bool)
    /// Takes all findings for known, since they are to be written down.
    case record
}
