import OsteolintCore

/// The framing matrix as the template `matrix` shows it.
struct MatrixView {
    /// A cell, with the id of its proof.
    struct Cell {
        let verdict: String
        /// The verdict as a class of the style sheet.
        let tone: String
        let icon: String
        /// Nil where nothing was asked.
        let proof: String?
        /// What a screen reader is told of the cell besides.
        let about: String
    }

    /// A row's head and cells.
    struct Row {
        let client: String
        let host: String
        let count: String
        let cells: [Cell]
    }

    /// How many columns are shown.
    static let columnsShown = 40
    private static let cellsShown = 2000

    /// Whether there is anything to show.
    let isKnown: Bool
    /// How many rows are shown: each cell has a proof, and a page must not grow with all of them.
    let rowsShown: Int
    let columns: [String]
    let rows: [Row]
    /// What is not shown; nil where all is.
    let rest: String?

    init(_ matrix: FramingMatrix) {
        isKnown = !matrix.rows.isEmpty
        rowsShown = Self.cellsShown / max(1, min(matrix.columns.count, Self.columnsShown))
        let columns = matrix.columns.prefix(Self.columnsShown).map(Self.name)
        self.columns = columns
        rows = matrix.rows.prefix(rowsShown).enumerated().map { index, row in
            Row(
                client: Self.client(row), host: ShownID.text(row.host), count: CountedNoun.text(row.embeds, "embed"),
                cells: row.cells.prefix(Self.columnsShown).enumerated().map { column, cell in
                    Cell(cell, row: index, column: column, about: "\(Self.client(row)) in \(columns[column])")
                })
        }
        let isCut = matrix.rows.count > rowsShown || matrix.columns.count > Self.columnsShown
        let size =
            "\(CountedNoun.text(matrix.rows.count, "row")) and \(CountedNoun.text(matrix.columns.count, "column"))"
        rest = isCut ? "The whole table has \(size); the JSON format lists all verdicts." : nil
    }

    /// What a chain of ancestors is called.
    static func name(of ancestors: [String]) -> String {
        ancestors.map { $0 == "null" ? "an opaque origin" : ShownID.text($0) }.joined(separator: " > ")
    }

    /// What the client of a row is called.
    static func client(_ row: FramingMatrix.Row) -> String {
        row.client.map { $0.isEmpty ? "an empty client id" : "client \(ShownID.text($0))" } ?? "no client id"
    }
}

extension MatrixView.Cell {
    fileprivate init(_ cell: [ReportedFraming], row: Int, column: Int, about: String) {
        verdict = FramingMatrix.verdict(of: cell)
        tone = verdict == "not asked" ? "plain" : verdict
        icon = FramingProofView.icon(of: verdict)
        proof = cell.isEmpty ? nil : "proof-\(row + 1)-\(column + 1)"
        self.about = about
    }
}
