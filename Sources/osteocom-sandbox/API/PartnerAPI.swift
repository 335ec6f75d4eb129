import Crypto
import Foundation
import OsteocomAPI
import WholeFiles

/// Osteocom's API for partners' servers; Osteocom's API reference.
///
/// Where the reference is silent, a request of the wrong form is answered with 400, and what is not there with 404.
struct PartnerAPI: Sendable {
    let state: SandboxState
    let tokens: Tokens
    let now: @Sendable () -> Date
    private let clients: [String: Client]
    private let tokenSeconds: Int
    /// The ids of all products that somebody sells.
    let knownProducts: Set<String>

    init(_ scenario: Scenario, _ state: SandboxState, _ tokens: Tokens, now: @escaping @Sendable () -> Date) {
        self.state = state
        self.tokens = tokens
        self.now = now
        clients = Dictionary(scenario.clients.map { ($0.id, $0) }) { first, _ in first }
        tokenSeconds = scenario.tokenSeconds
        knownProducts = Set((scenario.clients.flatMap { $0.products } + scenario.otherProducts).map { $0.id })
    }

    /// What a call is answered with.
    ///
    /// - Parameters:
    ///   - endpoint: the call.
    ///   - authorization: the value of the request's Authorization field.
    ///   - body: the request's content.
    /// - Returns: the answer, of whatever status.
    func answer(_ endpoint: Endpoint, authorization: String?, body: Data) async -> APIAnswer {
        do {
            guard endpoint != .login else { return try APIAnswer(try await login(Self.decode(body))) }
            return try await answer(endpoint, try await client(of: authorization), body)
        } catch let fault as APIFault {
            return APIAnswer(fault)
        } catch is FileReplacement.Failure {
            return APIAnswer(APIFault(status: 500, message: "the state cannot be written; the log says why"))
        } catch {
            return APIAnswer(APIFault(status: 500, message: "a defect of the sandbox"))
        }
    }

    private func answer(_ endpoint: Endpoint, _ client: Client, _ body: Data) async throws -> APIAnswer {
        switch endpoint {
        case .login, .catalog: try APIAnswer(catalog(Self.decode(body), client))
        case .contentAccessAuthorization: try APIAnswer(try await authorize(Self.decode(body), client))
        case .videoAccess: try APIAnswer(try await videoAccess(Self.decode(body), client))
        case .revocateActivation: try APIAnswer(try revoke(Self.decode(body), client))
        }
    }

    private static func decode<Body: Decodable>(_ body: Data) throws -> Body {
        do {
            return try JSONDecoder().decode(Body.self, from: body)
        } catch let error as DecodingError {
            let fault = PriceFault.place(in: body).map { "`\($0)` takes a whole number" } ?? "\(FieldFault(error))"
            throw APIFault.badRequest("The request's body is wrong: \(fault)")
        }
    }

    private func login(_ request: LoginRequest) async throws -> LoginAnswer {
        let client = clients[request.clientId]
        // The secret is compared for nobody too, so that neither words nor time tell who is a partner.
        guard Self.isSecret(request.clientSecret, of: client), let client, client.isOnline else {
            throw APIFault.notAuthorized("unknown client, or another secret")
        }
        let claims = TokenClaims(.bearer, of: client.id, at: now(), lifetime: tokenSeconds)
        return LoginAnswer(token: try await tokens.token(claims))
    }

    /// Compares digests, which takes the same time wherever they differ.
    private static func isSecret(_ text: String, of client: Client?) -> Bool {
        let isEqual = SHA256.hash(data: Data(text.utf8)) == SHA256.hash(data: Data((client?.secret ?? "").utf8))
        return isEqual && client?.secret != nil
    }

    /// The client that a bearer token was given to (RFC 6750, section 2.1).
    private func client(of authorization: String?) async throws -> Client {
        let parts = (authorization ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw APIFault.notAuthorized("send the token of the login as `Authorization: Bearer …`")
        }
        let token = parts[1].trimmingCharacters(in: .whitespaces)
        guard let claims = await tokens.claims(of: token), claims.kind == .bearer, let end = claims.end else {
            throw APIFault.notAuthorized("the bearer token is none of the login's")
        }
        guard now() < end else { throw APIFault.notAuthorized("the bearer token has expired; log in again") }
        guard let client = clients[claims.clientID], client.isOnline else {
            throw APIFault.notAuthorized("unknown client")
        }
        return client
    }

    private func catalog(_ request: CatalogRequest, _ client: Client) throws -> CatalogAnswer {
        try Self.require(request.clientId, client)
        return CatalogAnswer(catalog: client.products.map { $0.channel })
    }

    /// Refuses a body that names another client than the token does.
    static func require(_ clientID: String, _ client: Client) throws(APIFault) {
        guard clientID == client.id else { throw .notAuthorized("the bearer token is of another client") }
    }

    /// Refuses what is empty but has to be there.
    static func require(_ name: String, isNot isEmpty: Bool) throws(APIFault) {
        guard !isEmpty else { throw .badRequest("The request's body is wrong: `\(name)` is empty; give it a value") }
    }
}
