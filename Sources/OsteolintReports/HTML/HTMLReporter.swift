public import OsteolintCore

/// Writes a report as one HTML page that needs nothing besides, for partners' engineers and Osteocom's support.
///
/// Everything from pages and servers stands in it as text: nothing is loaded, nothing is linked, and the page's own
/// policy lets no script run but the report's.
public struct HTMLReporter: Sendable {
    /// How many faults stand in the markup, for browsers that run no script.
    private static let faultsShown = 500
    /// How many embeds are shown as cards.
    private static let cardsShown = 1000

    private let tool: ToolComponent
    private let templates = HTMLTemplates.parsed

    /// Makes a reporter.
    public init(_ tool: ToolComponent) {
        self.tool = tool
    }

    /// Writes the page, with a line feed at its end.
    public func write(_ report: Report, to output: ReportStream) {
        let sections = RuleSection.sections(of: report.findings, tool)
        let summary = SummaryView(report, tool, sections, templates)
        write(.head, summary, to: output)
        write(.summary, summary, to: output)
        write(FramingMatrix(report), to: output)
        writeEmbeds(report, to: output)
        writeFindings(report, sections, to: output)
        write(.open, OpenQuestionsView(report), to: output)
        output.write("</main>\n<script type=\"application/json\" id=\"fault-data\">")
        FaultData.write(sections, to: output)
        output.write("</script>\n<script>\(templates.script)</script>\n")
        write(.foot, summary, to: output)
    }

    private func write(_ piece: HTMLTemplates.Piece, _ view: Any, to output: ReportStream) {
        output.write(templates.render(piece, view))
        output.write("\n")
    }

    private func write(_ matrix: FramingMatrix, to output: ReportStream) {
        let view = MatrixView(matrix)
        write(.matrix, view, to: output)
        for (index, row) in matrix.rows.prefix(view.rowsShown).enumerated() {
            for (column, cell) in row.cells.prefix(MatrixView.columnsShown).enumerated() {
                let embeds = CountedNoun.text(row.embeds, "embed")
                let name = MatrixView.name(of: matrix.columns[column])
                let title = "\(embeds) of \(MatrixView.client(row)) in \(name)"
                guard let proof = FramingProofView(cell, row: index, column: column, title: title) else { continue }
                write(.proof, proof, to: output)
            }
        }
        output.write("</section>\n")
    }

    private func writeEmbeds(_ report: Report, to output: ReportStream) {
        let table = EmbedTable(report)
        write(.embeds, table, to: output)
        defer { output.write("</section>\n") }
        guard table.isAsked else { return }
        let groups = Dictionary(grouping: EmbedCards(report).cards, by: \.state)
        let states = EmbedState.allCases.filter { groups[$0] != nil }
        let shares = FairShare.shares(of: states.map { groups[$0]?.count ?? 0 }, limit: Self.cardsShown)
        for (state, share) in zip(states, shares) {
            let cards = groups[state] ?? []
            write(.cardGroup, CardGroupView(state, count: cards.count, shown: share), to: output)
            for card in cards.prefix(share) { write(.card, CardView(card), to: output) }
            output.write("</ul>\n")
        }
    }

    private func writeFindings(_ report: Report, _ sections: [RuleSection], to output: ReportStream) {
        let shares = FairShare.shares(of: sections.map(\.groups.count), limit: Self.faultsShown)
        write(.findings, FindingsView(report, sections, shown: shares.reduce(0, +)), to: output)
        var first = 0
        for (section, share) in zip(sections, shares) {
            write(.rule, RuleView(section), to: output)
            for (index, group) in section.groups.prefix(share).enumerated() {
                write(.fault, FaultView(group, number: first + index), to: output)
            }
            output.write("</div>\n</section>\n")
            first += section.groups.count
        }
        output.write("</section>\n")
    }
}
