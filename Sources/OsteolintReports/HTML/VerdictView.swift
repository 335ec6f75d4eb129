import OsteolintCore

/// The outcome as a word, a sentence, and what it means for visitors.
struct VerdictView {
    private static let interrupted: Int32 = 130

    /// `good`, `bad` or `unsure`: the colour, which never stands alone.
    let tone: String
    /// The outcome in one or two words.
    let word: String
    /// What was found in what, in one sentence.
    let sentence: String
    /// What that means.
    let meaning: [InlinePiece]

    init(_ report: Report) {
        let extent = Self.extent(report)
        if report.exitStatus == Self.interrupted {
            (tone, word) = ("unsure", "Interrupted")
        } else {
            (tone, word) =
                switch report.verdict {
                case .pass: ("good", "Passed")
                case .fail: ("bad", "Failed")
                case .inconclusive: ("unsure", "Not decided")
                }
        }
        sentence = "\(Self.counts(report)) \(extent)"
        meaning = InlinePiece.pieces(of: Self.meaning(of: report))
    }

    private static func counts(_ report: Report) -> String {
        let summary = report.summary
        var parts: [String] = []
        if summary.errors > 0 { parts.append(CountedNoun.text(summary.errors, "error")) }
        if summary.warnings > 0 { parts.append(CountedNoun.text(summary.warnings, "warning")) }
        if parts.isEmpty { parts.append("no error and no warning") }
        if summary.failures > 0 { parts.append(CountedNoun.text(summary.failures, "open question")) }
        return parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "") : parts[0]
    }

    private static func extent(_ report: Report) -> String {
        let summary = report.summary
        guard summary.files > 0 else {
            return report.statuses.isEmpty
                ? "where no page was checked" : "about \(CountedNoun.text(report.statuses.count, "card"))"
        }
        let renders = report.command == "compare" ? " of two renders" : ""
        let pages = CountedNoun.text(summary.files, "page") + renders
        guard summary.embeds > 0 else { return "in \(pages) without any Osteocom embed" }
        return "in \(pages) with \(CountedNoun.text(summary.embeds, "Osteocom embed"))"
    }

    private static func meaning(of report: Report) -> String {
        if report.exitStatus == interrupted {
            return "The run was interrupted. What was known by then is below; run it again for the rest."
        }
        switch (report.verdict, RunCause(report)) {
        case (.fail, .errors?):
            return "An error means that a card does not work for your visitors, or shows the wrong thing."
        case (.fail, .findings?):
            return "Nothing is broken yet, but the run was told to fail on findings of this severity."
        case (.fail, .staleEntries?):
            return "Nothing new is wrong, but entries of the baseline no longer occur, and `--strict-baseline` asks "
                + "for a baseline that is up to date."
        case (.fail, _): return "No page holds a card, although `--require-embeds` asks for one."
        case (.inconclusive, _): return inconclusive(report.summary)
        case (.pass, _): return passed(report)
        }
    }

    private static func inconclusive(_ summary: Report.Summary) -> String {
        let isClean = summary.errors + summary.warnings + summary.notes == 0
        return (isClean ? "Nothing wrong was found" : "Nothing that was found makes the run fail")
            + ", but not everything could be checked, so nobody can say that all is well."
    }

    private static func passed(_ report: Report) -> String {
        let summary = report.summary
        if summary.errors > 0 {
            return "The run was told not to fail on errors. Each of them means that a card does not work for your "
                + "visitors, or shows the wrong thing."
        }
        if summary.failures > 0 {
            return
                "Not everything could be checked, and the run was told to pass all the same: nobody can say that all "
                + "is well."
        }
        if summary.suppressed > 0 {
            return "Nothing new was found. What is known already and does not count is still there, below."
        }
        guard report.command != "compare" else {
            return "Every partnerUserId that could be compared is as it should be in the second render."
        }
        guard report.framing.isEmpty && report.statuses.isEmpty else {
            let isShown =
                report.framing.allSatisfy { $0.verdict == "allowed" }
                && report.statuses.allSatisfy { $0.verdict == .pass }
            return isShown
                ? "The pages are in order, and what Osteocom answered lets the cards be shown."
                : "The pages are in order as they are written; what Osteocom answered is below."
        }
        return "The pages are in order as they are written. Whether browsers and Osteocom show the cards, only "
            + "`osteolint audit` asks."
    }
}
