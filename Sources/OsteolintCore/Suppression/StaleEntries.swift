/// Entries of a baseline that no longer occur, or not as often as they say.
struct StaleEntries {
    private static let shown = 5

    let entries: [Baseline.Entry]

    /// Leaves out what the run has not looked at.
    ///
    /// - Parameters:
    ///   - missed: the entries of which there are fewer findings than they say.
    ///   - baseline: where they stand.
    ///   - scope: what was looked at.
    ///   - judged: the ids of the rules whose silence means that there is nothing to find.
    init(_ missed: [Baseline.Entry], of baseline: Baseline, scope: RunScope, judged: Set<String>) {
        let isSettled = { (entry: Baseline.Entry) in entry.path.map(scope.settles) ?? false }
        // What is wrong between pages is gone only where all of them were read.
        let isWhole = baseline.entries.allSatisfy { $0.path == nil || isSettled($0) }
        let betweenPages = Set(scope.linter.rules.filter { $0 is any SiteRule.Type }.map { $0.descriptor.id })
        entries = missed.filter { entry in
            let isJudged = judged.contains(entry.rule) || !scope.linter.known.contains(entry.rule)
            return isJudged && isSettled(entry) && (isWhole || !betweenPages.contains(entry.rule))
        }
    }

    /// What to say about them.
    ///
    /// - Parameters:
    ///   - path: the baseline's file as shown in reports.
    ///   - isStrict: whether they make the run fail.
    /// - Returns: the remark.
    func remark(path: String, isStrict: Bool) -> Remark {
        let listed = entries.prefix(Self.shown).map { "\($0.rule) in \($0.path ?? "no file")" }.joined(separator: ", ")
        let more = entries.count > Self.shown ? " and \(entries.count - Self.shown) more" : ""
        let subject = entries.count == 1 ? "an entry no longer occurs" : "\(entries.count) entries no longer occur"
        let effect = isStrict ? ", which --strict-baseline does not let pass" : ""
        return Remark(
            subject: path,
            message: "\(subject) as often as the baseline says\(effect): \(listed)\(more); "
                + "write the baseline again with --write-baseline")
    }
}
