import OsteolintCore

extension XMLWriter {
    private static let placesShown = 5

    /// Writes a finding as text, a line for each thing to know of it.
    func write(_ finding: Finding) {
        write("\(finding.severity.rawValue)[\(finding.rule)]: ")
        write(finding.message)
        breakLine()
        if let place = finding.place {
            write("  --> ")
            write(place)
            breakLine()
        }
        if let snippet = finding.snippet { line("    | ", snippet.text) }
        if let help = finding.help { line("    = help: ", help) }
        if !finding.related.isEmpty { write(related: finding.related) }
        switch finding.suppression {
        case .comment(let reason): line("    = suppressed by a comment: ", reason ?? "no reason is given")
        case .baseline: line("    = ", "suppressed by the baseline")
        case nil: break
        }
    }

    /// Writes osteolint's own words, and behind them some that need not be.
    private func line(_ start: String, _ text: String) {
        write(start)
        write(text)
        breakLine()
    }

    private func write(related places: [Place]) {
        write("    = see also: ")
        for (index, place) in places.prefix(Self.placesShown).enumerated() {
            if index > 0 { write(", ") }
            write(place)
        }
        let rest = places.count - Self.placesShown
        if rest > 0 { write(" and \(rest) more") }
        breakLine()
    }

    private func write(_ place: Place) {
        write(place.path)
        if let start = place.range?.start { write(":\(start.line):\(start.column)") }
    }
}
