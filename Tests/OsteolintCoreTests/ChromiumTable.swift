import Foundation

/// Documents with what Chromium built from them: a few beside the tests, all of them beside the package.
struct ChromiumTable: Sendable {
    private let folder: URL

    /// The whole table, where it is there at all.
    static let whole = ChromiumTable(folder: DecodingSharedData.folder.appending(path: "html"))

    static let isThere = DecodingSharedData.isPresent("html/documents.jsonl")

    static let missing = "the browser's table is not in ../shared/data/html; a part of it is in Tests/Fixtures/html"

    /// The part that travels with the package; its README says how it was chosen.
    static let sample = ChromiumTable(
        folder: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/html")
            .standardizedFileURL)

    func rows() throws -> [ChromiumTableRow] {
        let lines = try Data(contentsOf: folder.appending(path: "documents.jsonl")).split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        return try lines.map { try decoder.decode(ChromiumTableRow.self, from: $0) }
    }

    func bytes(of row: ChromiumTableRow) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "files/\(row.file)")))
    }

    /// Asks something of every document on all cores; the answers are in no order.
    func gather<Answer: Sendable>(
        _ ask: @escaping @Sendable (ChromiumTableRow, [UInt8]) throws -> [Answer]
    ) async throws -> [Answer] {
        let rows = try rows()
        return try await withThrowingTaskGroup(of: [Answer].self) { group in
            for start in stride(from: 0, to: rows.count, by: 50) {
                let part = rows[start..<min(start + 50, rows.count)]
                group.addTask { try part.flatMap { try ask($0, bytes(of: $0)) } }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}
