public import OsteocomAPI
public import OsteolintCore
public import WebURL

/// Calls of Osteocom's API that read; Osteocom's API reference.
///
/// The secret and the token live in memory only, and go to the environment's origin only.
public struct OsteocomClient: Sendable {
    private let fetcher: Fetcher
    private let origin: Origin

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - fetcher: sends the requests.
    ///   - origin: the environment's.
    public init(fetcher: Fetcher, origin: Origin) {
        self.fetcher = fetcher
        self.origin = origin
    }

    /// Exchanges a partner's credentials for a bearer token.
    ///
    /// - Throws: `FetchFailure.loginRefused` where they are not believed; another one where nothing usable came.
    public func login(clientID: String, secret: Secret) async throws(FetchFailure) -> Secret {
        let body = LoginRequest(clientId: clientID, clientSecret: secret.revealed)
        do throws(FetchFailure) {
            return try LoginAnswer.token(in: try await call(.login, bearer: nil, body))
        } catch {
            throw error.hiding([secret])
        }
    }

    /// Reads the partner's catalogue.
    ///
    /// - Throws: `FetchFailure` where it is not believed, or nothing usable came.
    public func catalogue(clientID: String, token: Secret) async throws(FetchFailure) -> Catalogue {
        do throws(FetchFailure) {
            let response = try await call(.catalog, bearer: token, CatalogRequest(clientId: clientID))
            return try Catalogue(response, clientID: clientID)
        } catch {
            throw error.hiding([token])
        }
    }

    private func call(
        _ endpoint: Endpoint, bearer: Secret?, _ body: some Encodable & Sendable
    ) async throws(FetchFailure) -> APIResponse {
        let request: APIRequest
        do {
            request = try endpoint.request(at: origin, bearer: bearer, body: body)
        } catch {
            throw error as? FetchFailure ?? .schemeNotAllowed(scheme: origin.serialized)
        }
        return try await fetcher.call(request)
    }
}

extension FetchFailure {
    /// The same without what a server may have copied out of a request: where it redirects to, when to come again.
    fileprivate func hiding(_ secrets: Set<Secret>) -> FetchFailure {
        let text = ServerText(hiding: secrets)
        return switch self {
        case .redirected(let target): .redirected(to: text.shown(target))
        case .rateLimited(let after?): .rateLimited(retryAfter: text.shown(after))
        case .notDocumented(let detail): .notDocumented(detail: text.shown(detail))
        default: self
        }
    }
}
