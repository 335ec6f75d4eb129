import OsteolintCore

/// Why a run fails, as far as its report tells.
enum RunCause {
    /// Findings that say that something is broken.
    case errors
    /// Findings that the run was told to fail on.
    case findings
    /// Entries of the baseline that no longer occur.
    case staleEntries
    /// No page holds an embed.
    case noEmbeds

    /// The cause, or nil where the run does not fail.
    init?(_ report: Report) {
        guard report.verdict == .fail else { return nil }
        let counting = report.findings.lazy.filter { report.isFailed(by: $0) }
        if counting.contains(where: { $0.severity == .error }) {
            self = .errors
        } else if !counting.isEmpty {
            self = .findings
        } else {
            self = report.summary.staleEntries > 0 ? .staleEntries : .noEmbeds
        }
    }
}
