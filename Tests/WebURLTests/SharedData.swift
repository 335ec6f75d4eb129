import Foundation

/// The tables of web-platform-tests, which lie beside the package where they are there at all.
enum SharedData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/url").standardizedFileURL

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static let missing = "the tables of web-platform-tests are not in ../shared/data/url"

    /// The objects of a table; the texts between them are remarks.
    static func cases<Case: Decodable>(_ name: String, of: Case.Type = Case.self) throws -> [Case] {
        let data = try Data(contentsOf: folder.appending(path: name))
        return try JSONDecoder().decode([Entry<Case>].self, from: data).compactMap(\.content)
    }

    private struct Entry<Case: Decodable>: Decodable {
        let content: Case?

        init(from decoder: any Decoder) throws {
            let isRemark = (try? decoder.singleValueContainer().decode(String.self)) != nil
            content = isRemark ? nil : try Case(from: decoder)
        }
    }
}
