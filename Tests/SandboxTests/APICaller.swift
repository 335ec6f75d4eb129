import Foundation
import NIOHTTP1
import OsteocomAPI

@testable import osteocom_sandbox

/// A partner's server that calls a sandbox's API.
struct APICaller {
    let sandbox: Sandbox
    var clientID = APISample.client
    /// The bearer token; empty before the login.
    var token = ""

    init(withoutLogin sandbox: Sandbox) { self.sandbox = sandbox }

    /// A caller that has logged in.
    init(_ sandbox: Sandbox, as clientID: String = APISample.client, secret: String = APISample.secret) async throws {
        self.sandbox = sandbox
        self.clientID = clientID
        let request = LoginRequest(clientId: clientID, clientSecret: secret)
        token = try await answer(.login, request).json(LoginAnswer.self).token
    }

    /// Sends a text, whatever it is.
    func answer(_ endpoint: Endpoint, text: String) async throws -> Answer {
        try await sandbox.answer(
            endpoint.path,
            Asking(method: .POST, authorization: token.isEmpty ? nil : "Bearer \(token)", body: text))
    }

    func answer(_ endpoint: Endpoint, _ request: some Encodable) async throws -> Answer {
        try await answer(endpoint, text: String(decoding: try JSONEncoder().encode(request), as: UTF8.self))
    }

    func buy(
        _ products: String..., for userID: String = "u-1", email: String? = nil, price: Int = 100
    ) async throws -> Answer {
        try await answer(
            .contentAccessAuthorization,
            AuthorizationRequest(
                clientId: clientID, userId: userID, email: email,
                products: products.map { AuthorizationRequest.Product(productId: $0, price: price) }))
    }

    func watch(_ video: String, as userID: String = "u-1", key: String) async throws -> Answer {
        try await answer(
            .videoAccess,
            VideoAccessRequest(userId: userID, clientId: clientID, videoId: video, userAccessKey: key))
    }

    func revoke(_ product: String, of userID: String = "u-1") async throws -> Answer {
        try await answer(
            .revocateActivation, RevocationRequest(clientId: clientID, channelId: product, userId: userID))
    }
}

extension Answer {
    func json<Content: Decodable>(_ type: Content.Type) throws -> Content {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// What an answer that is none of success says.
    var fault: String? { try? json(APIAnswer.Fault.self).error }
}
