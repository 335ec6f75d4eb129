import ContentSecurityPolicy
import WebURL

/// A line of a batch: one framing question, as the contract of `osteolint policy --batch` has it.
struct PolicyRow: Decodable {
    /// What remains of a line that is no question.
    struct Identity: Decodable {
        let id: String
    }

    let id: String
    private let embedURL: String
    private let hops: [Hop]
    private let ancestors: [String]

    private enum CodingKeys: String, CodingKey {
        case id, hops, ancestors
        case embedURL = "embed_url"
    }

    private struct Hop: Decodable {
        let status: Int
        let headers: [[String]]
        let location: String?
    }

    /// The verdict.
    ///
    /// - Throws: `UsageError` where a member makes no sense.
    func verdict() throws(UsageError) -> FramingDecision.Verdict {
        var origins: [Origin] = []
        for ancestor in ancestors { origins.append(try PolicyArguments.ancestor(ancestor)) }
        var responses: [RecordedHop] = []
        for hop in hops { responses.append(try Self.response(hop)) }
        let chain = try PolicyArguments.chain(from: PolicyArguments.embedURL(embedURL), responses)
        return chain.question(below: origins).decide().verdict
    }

    private static func response(_ hop: Hop) throws(UsageError) -> RecordedHop {
        var fields: [ResponseField] = []
        for header in hop.headers {
            guard header.count == 2 else { throw UsageError("a header is no list of name and value") }
            fields.append(ResponseField(name: header[0], value: header[1]))
        }
        return RecordedHop(status: hop.status, fields: fields, location: hop.location)
    }

    /// What is wrong with a line that could not be decoded.
    static func message(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "cannot be read" }
        switch error {
        case .keyNotFound(let key, let context): return "`\(path(context, key))` is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "`\(path(context))` has the wrong type"
        case .dataCorrupted: return "is no JSON object on one line"
        @unknown default: return "cannot be read"
        }
    }

    private static func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
        (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
            .joined(separator: ".")
    }
}
