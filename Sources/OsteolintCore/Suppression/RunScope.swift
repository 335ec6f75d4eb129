/// What a run has looked at, so that what is not there can be told from what nobody looked for.
public struct RunScope: Sendable {
    /// The linter of the run.
    let linter: Linter
    /// Whether the run came to its end.
    let isComplete: Bool
    /// Whether a file, by its path as shown in reports, was read to its end, or is gone.
    let settles: @Sendable (_ path: String) -> Bool

    /// Makes a scope.
    ///
    /// - Parameters:
    ///   - linter: that of the run.
    ///   - isComplete: whether the run was not interrupted.
    ///   - settles: whether a file, by its path as shown in reports, was read to its end, or is gone.
    public init(
        linter: Linter, isComplete: Bool, settles: @escaping @Sendable (_ path: String) -> Bool = { _ in false }
    ) {
        self.linter = linter
        self.isComplete = isComplete
        self.settles = settles
    }

    /// The ids of the rules that would have found what they look for, had it been there; none of an interrupted run.
    ///
    /// - Parameters:
    ///   - files: how many pages were read; rules that compare pages need two.
    ///   - isWhole: whether all pages could be read.
    ///   - isAudit: whether Osteocom was asked about all that the pages hold.
    ///   - live: what it answered, or a saved catalogue says.
    /// - Returns: the ids.
    func judgedRules(files: Int, isWhole: Bool, isAudit: Bool, live: LiveResults) -> Set<String> {
        guard isComplete else { return [] }
        let isAnswered = isAudit && live.failures.isEmpty && live.skipped.isEmpty
        let judged = linter.rules.filter { rule in
            switch rule {
            case is any SiteRule.Type: files > 1 && isWhole
            case is any PagePolicyRule.Type: isWhole
            // Only `compare` has two renders, and it judges no comments.
            case is any ComparisonRule.Type: false
            case is any FramingRule.Type: isAnswered
            case let rule as any StatusRule.Type: rule.needsCatalogue ? live.catalogue != nil : isAnswered
            default: true
            }
        }
        return Set(judged.map { $0.descriptor.id })
    }
}
