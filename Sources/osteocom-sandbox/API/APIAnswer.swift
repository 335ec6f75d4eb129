import Foundation

/// What a call is answered with.
struct APIAnswer: Sendable {
    /// The content of every answer that is none of success.
    struct Fault: Codable, Equatable {
        let error: String
    }

    let status: Int
    /// An object of JSON.
    let json: Data

    /// A success.
    init(_ content: some Encodable) throws {
        status = 200
        json = try Self.encode(content)
    }

    init(_ fault: APIFault) {
        status = fault.status
        // An object with one text can always be encoded.
        json = (try? Self.encode(Fault(error: fault.message))) ?? Data("{}".utf8)
    }

    private static func encode(_ content: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(content)
    }
}
