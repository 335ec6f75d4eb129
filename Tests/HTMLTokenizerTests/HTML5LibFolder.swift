import Foundation

/// The tokenizer tests of the html5lib project, which lie beside the package where they are there at all.
enum HTML5LibFolder {
    static let url = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/html5lib/tokenizer").standardizedFileURL

    static let isThere = FileManager.default.fileExists(atPath: url.path)

    static let missing = "html5lib's tokenizer tests are not in ../shared/data/html5lib"

    /// The files with tests of HTML; `xmlViolation.test` is about infosets of XML.
    static var files: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { $0.hasSuffix(".test") && $0 != "xmlViolation.test" }.sorted()
    }

    static func cases(_ file: String) throws -> [TokenizerCase] {
        let data = try Data(contentsOf: url.appending(path: file))
        return try JSONDecoder().decode(Tests.self, from: data).tests
    }

    private struct Tests: Decodable {
        let tests: [TokenizerCase]
    }
}
