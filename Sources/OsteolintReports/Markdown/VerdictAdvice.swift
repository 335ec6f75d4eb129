import OsteolintCore

/// What to do after a run, in a sentence.
struct VerdictAdvice {
    let text: String

    init(_ report: Report) {
        let summary = report.summary
        let findings = summary.errors + summary.warnings + summary.notes
        text =
            switch report.verdict {
            case .fail where RunCause(report) == .staleEntries:
                "Write the baseline again with --write-baseline: entries of it no longer occur."
            case .fail where summary.errors > 0:
                "Fix the errors first: with each stands its place and what to write instead."
            case .fail where findings > 0: "Fix what is listed below: the run was told to fail on it."
            case .fail: "Check that the folder holds the pages as they are served."
            case .inconclusive where summary.errors > 0:
                "Fix the errors, see to what could not be checked, and run osteolint again."
            case .inconclusive: "See to what could not be checked, and run osteolint again."
            case .pass where summary.errors > 0: "Fix the errors: the run was told not to fail on them."
            case .pass where findings > 0: "Nothing has to be done; what is listed below is worth a look."
            case .pass where summary.suppressed > 0: "Nothing new was found; what is known already is still there."
            case .pass: "Nothing has to be done."
            }
    }
}
