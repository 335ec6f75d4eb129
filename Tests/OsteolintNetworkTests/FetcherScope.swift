import LoopbackServer
import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

extension FetchLimits {
    /// Limits that hostile servers reach soon, while others never do.
    static var small: FetchLimits {
        var limits = FetchLimits()
        // No answer that comes at all is to be too late for it, however busy the computer is.
        limits.seconds = 45
        limits.connectSeconds = 45
        limits.cardBytes = 1 << 16
        limits.pageBytes = 1 << 16
        return limits
    }
}

/// A way for tests to fetch, with all connections closed at the end.
enum FetcherScope {
    /// Runs an operation with a fetcher that may ask the servers given, by number and as `localhost`.
    static func run<Outcome>(
        _ servers: [LoopbackServer], environment: Environment? = nil, limits: FetchLimits = .small,
        proxies: [String: String] = [:], resolve: @escaping HostResolver.LookUp = HostResolver.addresses(of:),
        _ operation: (Fetcher) async throws -> Outcome
    ) async throws -> Outcome {
        let named = servers.flatMap { [$0.origin(), $0.origin(host: "localhost")] }.compactMap { WebURL($0) }
        let fetcher = Fetcher(
            contacts: ContactList(environment: environment, named: named), limits: limits, trust: try await trust(),
            proxies: try ProxySettings(environment: proxies), userAgent: "osteolint-tests", resolve: resolve)
        do {
            let outcome = try await operation(fetcher)
            await fetcher.shutdown()
            return outcome
        } catch {
            await fetcher.shutdown()
            throw error
        }
    }

    private static func trust() async throws -> Trust {
        try await CertificateAuthority.trusted.withFile { try Trust(authorityFile: $0) }
    }
}

extension Fetcher {
    /// Fetches a URL for a frame in a page of `https://lms.partner.com`, or as a page.
    func fetch(_ text: String, asPage: Bool = false) async throws -> EmbedResponse {
        await fetch(try #require(WebURL(text)), as: asPage ? .page : .frame(in: .partner))
    }
}

extension Origin {
    static let partner = Origin(serialized: "https://lms.partner.com") ?? .opaque
}

extension EmbedResponse {
    /// What was read of the content; nil where no final response came.
    var text: String? {
        guard case .answered(let body) = ending else { return nil }
        return String(decoding: body, as: UTF8.self)
    }
}

extension ServerStep {
    /// The card as Osteocom would send it.
    static let card = card([])
    /// The card, after which the connection is closed.
    static let lastCard = card([("Connection", "close")])

    private static func card(_ fields: [(String, String)]) -> ServerStep {
        .respond(
            200,
            fields + [
                ("Content-Type", "text/html"), ("Content-Security-Policy", "frame-ancestors https://lms.partner.com"),
            ],
            text: "<!doctype html><title>Course</title>")
    }
}
