import NIOHTTP1

/// How a test asks.
struct Asking: Sendable {
    var method = HTTPMethod.GET
    var isHTTP2 = false
    var referer: String?
    /// The host to ask for instead of localhost.
    var host: String?
    /// The origin to ask instead of the one over TLS.
    var origin: String?
}
