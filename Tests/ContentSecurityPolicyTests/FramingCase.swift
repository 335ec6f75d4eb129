import ContentSecurityPolicy
import Foundation
import WebURL

/// A framing that Chromium decided, of `Fixtures/csp`.
struct FramingCase: Decodable, Sendable {
    let id: String
    let verdict: String
    private let literal: String?
    private let embedURL: String
    private let hops: [Hop]
    private let ancestors: [String]

    private struct Hop: Decodable {
        let status: Int
        let headers: [[String]]
        let location: String?
    }

    private enum CodingKeys: String, CodingKey {
        case id, hops, ancestors, verdict
        case embedURL = "embed_url"
        case literal = "spec_verdict"
    }

    /// What the case is about: the id without its hash.
    var group: String { String(id[..<(id.lastIndex(of: "-") ?? id.endIndex)]) }

    /// What a literal reading of the standards gives.
    var literalVerdict: String { literal ?? verdict }

    func question() throws -> FramingQuestion {
        guard let url = WebURL(embedURL) else { throw Malformed(text: embedURL) }
        let origins = try ancestors.map { text in
            guard let origin = Origin(serialized: text) else { throw Malformed(text: text) }
            return origin
        }
        let responses = hops.map { hop in
            RecordedHop(
                status: hop.status, fields: hop.headers.map { ResponseField(name: $0[0], value: $0[1]) },
                location: hop.location)
        }
        return try RedirectChain(from: url, responses).question(below: origins)
    }

    private struct Malformed: Error {
        let text: String
    }

    /// All cases, in the order of the table.
    static let all: [FramingCase] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/csp/cases.jsonl").standardizedFileURL
        let decoder = JSONDecoder()
        let lines = (try? Data(contentsOf: file))?.split(separator: UInt8(ascii: "\n")) ?? []
        return lines.compactMap { try? decoder.decode(FramingCase.self, from: $0) }
    }()
}
