import ContentSecurityPolicy
import OsteolintCore

/// The framing verdicts as a table: a row for the embeds of a client that fare the same, a column for each chain of
/// ancestors.
struct FramingMatrix {
    /// Embeds of one client and host with the same verdicts.
    struct Row {
        let client: String?
        let host: String
        /// How many embeds in the pages these are.
        var embeds = 0
        /// The distinct URLs, masked.
        var urls: [String] = []
        /// For each column what was found out about the URLs; nothing where nothing was asked.
        var cells: [[ReportedFraming]]
    }

    private struct Key: Hashable {
        let client: String?
        let host: String
        let verdicts: [String]
    }

    /// The chains of ancestors, outermost first, in the order of the report.
    let columns: [[String]]
    /// The rows, the worst first.
    let rows: [Row]

    init(_ report: Report) {
        var columns: [[String]] = []
        var columnIndexes: [[String]: Int] = [:]
        var order: [String] = []
        var verdicts: [String: [ReportedFraming]] = [:]
        for framing in report.framing {
            if columnIndexes[framing.ancestors] == nil {
                columnIndexes[framing.ancestors] = columns.count
                columns.append(framing.ancestors)
            }
            if verdicts[framing.url] == nil { order.append(framing.url) }
            verdicts[framing.url, default: []].append(framing)
        }
        self.columns = columns
        let embeds = Dictionary(grouping: report.embeds.filter { $0.state != "inert" }) { Self.page($0.url) }
        var rows: [Key: Row] = [:]
        var keys: [Key] = []
        for url in order {
            var cells = [[ReportedFraming]](repeating: [], count: columns.count)
            for framing in verdicts[url] ?? [] {
                columnIndexes[framing.ancestors].map { cells[$0].append(framing) }
            }
            let group = embeds[Self.page(url)] ?? []
            let client = group.first?.clientID
            let host = Self.origin(of: url)
            let key = Key(client: client, host: host, verdicts: cells.map(Self.verdict))
            if rows[key] == nil {
                keys.append(key)
                rows[key] = Row(client: client, host: host, cells: .init(repeating: [], count: columns.count))
            }
            rows[key]?.add(url, embeds: group.count, cells)
        }
        self.rows = keys.sorted { Self.rank($0.verdicts) < Self.rank($1.verdicts) }.compactMap { rows[$0] }
    }

    /// The verdict of a cell: the worst of those in it, or `not asked`.
    static func verdict(of cell: [ReportedFraming]) -> String {
        ["blocked", "inconclusive", "allowed"].first { verdict in cell.contains { $0.verdict == verdict } }
            ?? "not asked"
    }

    private static func rank(_ verdicts: [String]) -> Int {
        verdicts.contains("blocked") ? 0 : verdicts.contains("inconclusive") ? 1 : 2
    }

    /// A URL without its fragment, which is not asked for.
    static func page(_ url: String) -> Substring { url.prefix { $0 != "#" } }

    private static func origin(of url: String) -> String {
        guard let slashes = url.firstRange(of: "://") else { return url }
        return String(url[..<slashes.upperBound] + url[slashes.upperBound...].prefix { !"/?#".contains($0) })
    }
}

extension FramingMatrix.Row {
    fileprivate mutating func add(_ url: String, embeds: Int, _ cells: [[ReportedFraming]]) {
        self.embeds += max(embeds, 1)
        urls.append(url)
        for (index, cell) in cells.enumerated() { self.cells[index] += cell }
    }
}
