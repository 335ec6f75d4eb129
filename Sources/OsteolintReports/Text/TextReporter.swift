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

    /// Writes the text, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        for group in FindingGroups(report.findings, where: { !$0.isSuppressed }) { write(group, to: output) }
        for group in FailureGroup.groups(of: report.failures) { output.write(render(group)) }
        for remark in report.remarks {
            output.write(style.strong("remark: \(visible(remark.message))") + "\n")
            output.write(style.faint("  --> ") + visible(remark.subject) + "\n\n")
        }
        output.write(skipped(report.skipped) + notEmbedded(report.catalogue))
        let framing = FramingSummary(report.framing, style: style).text
        let statuses = StatusSummary(report.statuses, namesEach: report.embeds.isEmpty, style: style).text
        for summary in [framing, statuses] where !summary.isEmpty { output.write(summary + "\n") }
        output.write(ClosingLine(report, style: style).text + "\n")
    }

    private func render(_ group: FailureGroup) -> String {
        style.failure("failure[\(group.reason.rawValue)]") + style.strong(": \(visible(group.message))") + "\n"
            + subjects(group.subjects)
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

    private func write(_ group: FindingGroup, to output: ReportStream) {
        let finding = group.first
        let severity = finding.severity
        let margin = CodeFrame.margin(of: finding)
        output.write(style.severity(severity, "\(severity.rawValue)[\(finding.rule)]"))
        output.write(style.strong(": \(visible(finding.message))") + "\n")
        if let place = finding.place {
            output.write(margin + style.faint("--> ") + described(place, finding.isRendered) + "\n")
        }
        output.write(CodeFrame(finding, style: style, width: width).text)
        for remark in remarks(on: group) { output.write(margin + style.faint(" = ") + remark + "\n") }
        output.write("\n")
    }

    private func remarks(on group: FindingGroup) -> [String] {
        var remarks: [String] = []
        if let help = group.first.help { remarks.append("help: \(visible(help))") }
        if !group.related.isEmpty { remarks.append("see also: \(listed(group.related))") }
        if !group.others.isEmpty {
            let more = group.others.count == 1 ? "" : "\(group.others.count) more places: "
            remarks.append("the same at \(more)\(listed(group.others))")
        }
        return remarks
    }

    private func listed(_ places: [Place]) -> String {
        let shown = showsAllPlaces ? places[...] : places.prefix(Self.placesShown)
        let rest = places.count - shown.count
        let more = rest == 0 ? "" : " and \(rest) more (--all-places lists them)"
        return shown.map(described).joined(separator: ", ") + more
    }

    private func described(_ place: Place) -> String { described(place, false) }

    private func described(_ place: Place, _ isRendered: Bool) -> String {
        let start = place.range.map { ":\($0.start.line):\($0.start.column)" } ?? (isRendered ? " (rendered)" : "")
        return visible(place.path) + start
    }

    private func visible(_ text: String) -> String { VisibleText.visible(text) }
}
