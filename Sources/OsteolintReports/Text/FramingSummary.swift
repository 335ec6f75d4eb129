import ContentSecurityPolicy
import OsteolintCore

/// The framing verdicts of a report in a few lines: one for each chain of ancestors.
struct FramingSummary {
    struct Row {
        /// The origins of the pages around the cards, outermost first.
        let ancestors: [String]
        /// How many URLs have got which verdict.
        private(set) var counts: [String: Int] = [:]
        fileprivate private(set) var decider: Set<String> = []

        fileprivate mutating func add(_ entry: ReportedFraming) {
            counts[entry.verdict, default: 0] += 1
            guard case .policy(_, let expression?)? = entry.decidedBy, entry.verdict == "allowed" else { return }
            decider.insert(expression)
        }
    }

    static let heading = "Do browsers show the cards?"

    /// The chains in the order in which they were declared.
    let rows: [Row]
    private let style: TextStyle

    init(_ framing: [ReportedFraming], style: TextStyle) {
        var order: [[String]] = []
        var rows: [[String]: Row] = [:]
        for entry in framing {
            if rows[entry.ancestors] == nil { order.append(entry.ancestors) }
            rows[entry.ancestors, default: Row(ancestors: entry.ancestors)].add(entry)
        }
        self.rows = order.compactMap { rows[$0] }
        self.style = style
    }

    /// The lines, each with a line feed; empty where nothing was asked.
    var text: String {
        guard !rows.isEmpty else { return "" }
        let names = rows.map { VisibleText.visible($0.ancestors.joined(separator: " > ")) }
        let width = names.map(\.unicodeScalars.count).max() ?? 0
        var text = style.strong(Self.heading) + "\n"
        for (name, row) in zip(names, rows) {
            let padding = String(repeating: " ", count: width - name.unicodeScalars.count)
            text += "  \(name)\(padding)  \(described(row))\n"
        }
        return text
    }

    private func described(_ row: Row) -> String {
        let total = row.counts.values.reduce(0, +)
        let parts = [("allowed", Severity?.none), ("blocked", .error), ("inconclusive", .warning)].compactMap {
            (verdict, severity) -> String? in
            guard let count = row.counts[verdict] else { return nil }
            let words = count == total ? verdict : "\(verdict) \(count) of \(total)"
            return severity.map { style.severity($0, words) } ?? words
        }
        let decider = row.decider.count == 1 && row.counts["allowed"] == total ? row.decider.first ?? "" : ""
        let by = decider.isEmpty ? "" : style.faint(" by `\(VisibleText.visible(decider))`")
        return parts.joined(separator: ", ") + by
    }
}
