import NIOHTTP1

/// How a test asks.
struct Asking: Sendable {
    var method = HTTPMethod.GET
    var isHTTP2 = false
    var referer: String?
    /// Header fields besides.
    var fields: [(name: String, value: String)] = []
    /// The host to ask for instead of localhost.
    var host: String?
    /// The origin to ask instead of the one over TLS.
    var origin: String?
    /// The value of the Authorization field.
    var authorization: String?
    /// The content, which says nothing of its type.
    var body: String?
}
