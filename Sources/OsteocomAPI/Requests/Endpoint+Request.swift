import Foundation
import OsteolintCore
public import WebURL

extension Endpoint {
    /// The largest answer of the API that is read, in bytes: a catalogue with the descriptions of all its channels.
    public static let bodyLimit = 32 << 20

    /// The call with a body in JSON.
    ///
    /// - Parameters:
    ///   - origin: the environment's.
    ///   - bearer: the token that the login returned; nil for the login itself.
    ///   - body: what the call takes.
    /// - Returns: the request.
    /// - Throws: `FetchFailure` for an opaque origin; what `JSONEncoder` throws.
    public func request(at origin: Origin, bearer: Secret? = nil, body: some Encodable) throws -> APIRequest {
        guard let url = url(at: origin) else { throw FetchFailure.schemeNotAllowed(scheme: origin.serialized) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var fields = [
            APIRequest.Field(name: "Accept", value: "application/json"),
            APIRequest.Field(name: "Content-Type", value: "application/json"),
        ]
        if let bearer { fields.append(APIRequest.Field(name: "Authorization", value: "Bearer \(bearer.revealed)")) }
        return APIRequest(
            method: .post, url: url, fields: fields, body: Array(try encoder.encode(body)), bodyLimit: Self.bodyLimit)
    }
}
