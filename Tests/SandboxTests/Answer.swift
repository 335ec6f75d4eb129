import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A whole answer.
struct Answer: Sendable {
    let status: Int
    let version: HTTPVersion
    let headers: HTTPHeaders
    let bytes: [UInt8]

    init(_ response: HTTPClientResponse) async throws {
        status = Int(response.status.code)
        version = response.version
        headers = response.headers
        bytes = Array(try await response.body.collect(upTo: 1 << 27).readableBytesView)
    }

    var body: String { String(decoding: bytes, as: UTF8.self) }
    /// The values of the policy's fields, one for each field.
    var policies: [String] { self["Content-Security-Policy"] }
    /// Whether it is the card of a product, which does not yet know what to show.
    var isCard: Bool { isLoading && body.contains(#"<section class="available""#) }
    /// Whether it is the card that can only become "Content unavailable".
    var isPlaceholder: Bool { isLoading && !body.contains(#"<section class="available""#) }
    private var isLoading: Bool { body.contains(#"<html lang="en" data-osteocom-card="loading">"#) }

    /// The values of a field, one for each time that it stands in the head.
    subscript(name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map { $0.value }
    }
}
