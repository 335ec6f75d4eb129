import OsteolintCore

extension BoundedMarkdown {
    private static let groupsShown = 20
    private static let subjectsShown = 5
    private static let channelsShown = 20

    /// Adds what could not be checked, and why.
    mutating func addFailures(of report: Report) {
        let groups = FailureGroup.groups(of: report.failures)
        guard !groups.isEmpty, add("### What could not be checked\n\n") else { return }
        addLines(groups, upTo: Self.groupsShown) { group in
            "- **\(group.reason.rawValue)**: \(MarkdownText.prose(group.message, to: 400))\n"
                + Self.listed(group.subjects)
        }
    }

    /// Adds what was not asked, and why.
    mutating func addSkipped(of report: Report) {
        guard !report.skipped.isEmpty else { return }
        guard fold("Not asked: \(report.skipped.count)") else { return }
        let groups = Dictionary(grouping: report.skipped, by: \.reason).sorted { $0.key.rawValue < $1.key.rawValue }
        addLines(groups, upTo: groups.count) { reason, skips in
            "- \(MarkdownText.prose(reason.explanation))\n" + Self.listed(skips.map(\.subject))
        }
        endFold()
    }

    /// Adds what of the catalogue no page embeds.
    mutating func addCatalogue(of report: Report) {
        guard let catalogue = report.catalogue, !catalogue.notEmbedded.isEmpty else { return }
        let count = "\(catalogue.notEmbedded.count) of the catalogue's \(catalogue.channels)"
        guard fold("Not embedded: \(count) channels") else { return }
        addLines(catalogue.notEmbedded, upTo: Self.channelsShown) { channel in
            "- " + MarkdownText.code(channel.id) + (channel.title.isEmpty ? "" : " " + MarkdownText.code(channel.title))
                + "\n"
        }
        endFold()
    }

    /// Adds what there is to know about how the run was made.
    mutating func addRemarks(of report: Report) {
        guard !report.remarks.isEmpty, add("### Remarks\n\n") else { return }
        addLines(report.remarks, upTo: Self.groupsShown) { remark in
            "- \(MarkdownText.code(remark.subject)): \(MarkdownText.prose(remark.message, to: 400))\n"
        }
    }

    /// What something is about, as the items below one of a list.
    private static func listed(_ subjects: [String]) -> String {
        let rest = subjects.count - min(subjects.count, subjectsShown)
        return subjects.prefix(subjectsShown).map { "  - \(MarkdownText.code($0))\n" }.joined()
            + (rest == 0 ? "" : "  - and \(rest) more\n")
    }
}
