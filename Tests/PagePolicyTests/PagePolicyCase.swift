import Foundation

/// A page with its policies and an embed of which Chromium has decided whether it loads: a line of
/// `Fixtures/csp/page-policies.jsonl`.
struct PagePolicyCase: Codable, Sendable, Hashable {
    /// What Chromium does about the embed.
    enum Verdict: String, Codable, Sendable {
        case allowed
        case blocked
    }

    /// One response to the embed's URL, or to what it redirects to.
    struct Hop: Codable, Sendable, Hashable {
        var status = 200
        /// Names and values; each character U+0000 to U+00FF is one byte.
        var headers: [[String]] = []
        var location: String?
    }

    /// What it is about, and a number.
    var id: String
    /// Where the page is served.
    var pageURL: String
    /// The policy fields of the page's response; each character U+0000 to U+00FF is one byte.
    var headers: [[String]] = []
    /// The page, with the embed's URL in it.
    var markup: String
    /// The embed's URL.
    var embedURL: String
    /// The responses, in order; the last one is the card.
    var hops: [Hop] = [Hop()]
    /// What Chromium does; nil before it was asked.
    var verdict: Verdict?

    private enum CodingKeys: String, CodingKey {
        case id, headers, markup, hops, verdict
        case pageURL = "page_url"
        case embedURL = "embed_url"
    }

    /// What the case is about: the id without its number.
    var group: String { String(id[..<(id.lastIndex(of: "-") ?? id.endIndex)]) }

    static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/csp/page-policies.jsonl").standardizedFileURL

    /// The lines of the table, in order.
    static func table() throws -> [PagePolicyCase] {
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(PagePolicyCase.self, from: $0)
        }
    }

    /// Writes the table, a case a line.
    static func write(_ cases: [PagePolicyCase]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = Data()
        for sample in cases {
            data += try encoder.encode(sample)
            data.append(UInt8(ascii: "\n"))
        }
        try data.write(to: file, options: .atomic)
    }
}
