public import OsteolintCore

/// Writes a report for people at a terminal or in a log.
public struct TextReporter: Sendable {
    private static let placesShown = 5
    private let style: TextStyle
    private let showsAllPlaces: Bool

    /// Makes a reporter.
    ///
    /// - Parameters:
    ///   - isColoured: whether to write colours.
    ///   - showsAllPlaces: whether a fault that many pages share is shown with all its places.
    public init(isColoured: Bool, showsAllPlaces: Bool = false) {
        style = TextStyle(isColoured: isColoured)
        self.showsAllPlaces = showsAllPlaces
    }

    /// The text, with a line feed at its end.
    public func render(_ report: Report) -> String {
        var text = ""
        for group in FindingGroup.groups(of: report.findings.filter { !$0.suppressed }) {
            text += render(group) + "\n"
        }
        if !report.failures.isEmpty {
            text += style.strong("could not be checked") + "\n"
            for failure in report.failures {
                text += "  \(visible(failure.subject)): \(visible(failure.message))"
                text += style.faint(" (\(failure.reason.rawValue))") + "\n"
            }
            text += "\n"
        }
        return text + summary(report) + "\n"
    }

    private func render(_ group: FindingGroup) -> String {
        let finding = group.first
        let severity = finding.severity
        var text = style.severity(severity, "\(severity.rawValue)[\(finding.rule)]")
        text += style.strong(": \(visible(finding.message))") + "\n"
        if let place = finding.place { text += style.faint("  --> ") + described(place) + "\n" }
        text += CodeFrame(finding, style: style).text
        if let help = finding.help { text += style.faint("   = ") + "help: \(visible(help))\n" }
        if !finding.related.isEmpty { text += "   \(style.faint("=")) see also: \(listed(finding.related))\n" }
        if group.others.count == 1 {
            text += "   \(style.faint("=")) the same at \(listed(group.others))\n"
        } else if !group.others.isEmpty {
            text += "   \(style.faint("=")) the same at \(group.others.count) more places: \(listed(group.others))\n"
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

    private func summary(_ report: Report) -> String {
        let summary = report.summary
        let pages = Self.count(summary.files, "page")
        let embeds = summary.embeds == 0
            ? "no Osteocom embed in \(pages)" : "\(Self.count(summary.embeds, "Osteocom embed")) in \(pages)"
        var parts: [String] = []
        if summary.errors > 0 { parts.append(style.severity(.error, Self.count(summary.errors, "error"))) }
        if summary.warnings > 0 { parts.append(style.severity(.warning, Self.count(summary.warnings, "warning"))) }
        if summary.notes > 0 { parts.append(style.severity(.note, Self.count(summary.notes, "note"))) }
        if parts.isEmpty { parts.append(style.good("no findings")) }
        if summary.suppressed > 0 { parts.append("\(summary.suppressed) suppressed") }
        if summary.failures > 0 { parts.append(Self.count(summary.failures, "failure")) }
        return parts.joined(separator: ", ") + "; \(embeds)"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
