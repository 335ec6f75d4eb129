public import OsteolintCore

/// Writes a report for people at a terminal or in a log.
public struct TextReporter: Sendable {
    /// The columns of a line with a source line in it, where nobody knows better.
    public static let usualWidth = 120
    private static let placesShown = 5
    private let style: TextStyle
    private let showsAllPlaces: Bool
    private let width: Int

    /// Makes a reporter.
    ///
    /// - Parameters:
    ///   - isColoured: whether to write colours.
    ///   - showsAllPlaces: whether a fault that many pages share is shown with all its places.
    ///   - width: the columns of the terminal; source lines are cut to it.
    public init(isColoured: Bool, showsAllPlaces: Bool = false, width: Int = Self.usualWidth) {
        style = TextStyle(isColoured: isColoured)
        self.showsAllPlaces = showsAllPlaces
        self.width = width
    }

    /// The text, with a line feed at its end.
    public func render(_ report: Report) -> String {
        var text = ""
        for group in FindingGroup.groups(of: report.findings.filter { !$0.suppressed }) {
            text += render(group) + "\n"
        }
        text += failures(report.failures)
        for remark in report.remarks {
            text += style.strong("remark: \(visible(remark.message))") + "\n"
            text += style.faint("  --> ") + visible(remark.subject) + "\n\n"
        }
        text += skipped(report.skipped) + notEmbedded(report.catalogue)
        let framing = FramingSummary(report.framing, style: style).text
        let statuses = StatusSummary(report.statuses, namesEach: report.embeds.isEmpty, style: style).text
        for summary in [framing, statuses] where !summary.isEmpty { text += summary + "\n" }
        return text + ClosingLine(report, style: style).text + "\n"
    }

    /// What failed for the same reason is said once, with all that it is about.
    private func failures(_ failures: [Failure]) -> String {
        var order: [String] = []
        var groups: [String: [Failure]] = [:]
        for failure in failures {
            let text = "\(failure.reason.rawValue) \(failure.message)"
            if groups[text] == nil { order.append(text) }
            groups[text, default: []].append(failure)
        }
        return order.compactMap { groups[$0] }.map { group in
            style.failure("failure[\(group[0].reason.rawValue)]") + style.strong(": \(visible(group[0].message))")
                + "\n"
                + subjects(group.map(\.subject))
        }.joined()
    }

    private func skipped(_ skipped: [Skip]) -> String {
        Dictionary(grouping: skipped, by: \.reason).sorted { $0.key.rawValue < $1.key.rawValue }.map { reason, skips in
            style.strong("not asked: \(reason.explanation)") + "\n" + subjects(skips.map(\.subject))
        }.joined()
    }

    /// What of the catalogue no page embeds; nothing where every channel is embedded.
    private func notEmbedded(_ catalogue: ReportedCatalogue?) -> String {
        guard let catalogue, !catalogue.notEmbedded.isEmpty else { return "" }
        let channels = "\(catalogue.channels) \(catalogue.channels == 1 ? "channel" : "channels")"
        let name = "in the catalogue of client \(visible(catalogue.clientID))"
        return style.strong("not embedded: \(catalogue.notEmbedded.count) of the \(channels) \(name)") + "\n"
            + subjects(catalogue.notEmbedded.map { $0.title.isEmpty ? $0.id : "\($0.id)  \($0.title)" })
    }

    /// What something is about, a line each.
    private func subjects(_ subjects: [String]) -> String {
        let shown = showsAllPlaces ? subjects[...] : subjects.prefix(Self.placesShown)
        let rest = subjects.count - shown.count
        let more = rest == 0 ? [] : ["and \(rest) more (--all-places lists them)"]
        return (shown.map(visible) + more).map { style.faint("  --> ") + $0 + "\n" }.joined() + "\n"
    }

    private func render(_ group: FindingGroup) -> String {
        let finding = group.first
        let severity = finding.severity
        let margin = CodeFrame.margin(of: finding)
        let remark = margin + style.faint(" = ")
        var text = style.severity(severity, "\(severity.rawValue)[\(finding.rule)]")
        text += style.strong(": \(visible(finding.message))") + "\n"
        if let place = finding.place { text += margin + style.faint("--> ") + described(place) + "\n" }
        text += CodeFrame(finding, style: style, width: width).text
        if let help = finding.help { text += remark + "help: \(visible(help))\n" }
        if !group.related.isEmpty { text += remark + "see also: \(listed(group.related))\n" }
        if group.others.count == 1 {
            text += remark + "the same at \(listed(group.others))\n"
        } else if !group.others.isEmpty {
            text += remark + "the same at \(group.others.count) more places: \(listed(group.others))\n"
        }
        return text
    }

    private func listed(_ places: [Place]) -> String {
        let shown = showsAllPlaces ? places[...] : places.prefix(Self.placesShown)
        let rest = places.count - shown.count
        let more = rest == 0 ? "" : " and \(rest) more (--all-places lists them)"
        return shown.map(described).joined(separator: ", ") + more
    }

    private func described(_ place: Place) -> String {
        let start = place.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
        return visible(place.path) + start
    }

    private func visible(_ text: String) -> String { VisibleText.visible(text) }
}
