import OsteolintCore

extension InputOptions.Setup {
    /// What a run has looked at.
    ///
    /// - Parameters:
    ///   - outcome: what came of the pages.
    ///   - linter: that of the run.
    ///   - named: the files and folders named on the command line.
    ///   - isComplete: whether nothing was interrupted later on.
    ///   - baseline: without one it does not matter which files were read.
    /// - Returns: the scope.
    func scope(
        of outcome: PageChecker.Outcome, linter: Linter, named: [String], isComplete: Bool = true,
        _ baseline: BaselineRun
    ) -> RunScope {
        let isComplete = isComplete && !outcome.wasInterrupted
        guard baseline.isKnown else { return RunScope(linter: linter, isComplete: isComplete) }
        let settled = SettledPaths(
            read: outcome.readPaths + configuration.origins.compactMap { $0.place?.path },
            failed: outcome.failures.map(\.subject), named: named, base: base)
        return RunScope(linter: linter, isComplete: isComplete) { settled.contains($0) }
    }
}
