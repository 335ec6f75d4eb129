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
        let pages = CountedNoun.text(summary.files, "page")
        guard summary.embeds > 0 else { return "in \(pages) without any Osteocom embed" }
        return "in \(pages) with \(CountedNoun.text(summary.embeds, "Osteocom embed"))"
    }

    private static func meaning(of report: Report) -> String {
        if report.exitStatus == interrupted {
            return "The run was interrupted. What was known by then is below; run it again for the rest."
        }
        switch report.verdict {
        case .fail where report.summary.errors > 0:
            return "An error means that a card does not work for your visitors, or shows the wrong thing."
        case .fail where report.summary.embeds == 0 && report.findings.isEmpty:
            return "No page holds a card, although `--require-embeds` asks for one."
        case .fail:
            return "Nothing is broken yet, but findings of this severity were to make the run fail."
        case .inconclusive:
            return "Nothing wrong was found, but not everything could be checked, so nobody can say that all is well."
        case .pass where report.framing.isEmpty && report.statuses.isEmpty:
            return "The pages are in order as they are written. Whether browsers and Osteocom show the cards, "
                + "only `osteolint audit` asks."
        case .pass:
            return "The pages are in order, and what Osteocom answered lets the cards be shown."
        }
    }
}
