import Foundation
import JWTKit

/// Signs tokens and reads them (JSON Web Tokens with HS256; RFC 7515, RFC 7519).
struct Tokens: Sendable {
    private let keys: JWTKeyCollection

    /// - Parameter signingKey: 256 bits.
    init(signingKey: Data) async {
        keys = await JWTKeyCollection().add(hmac: HMACKey(from: signingKey), digestAlgorithm: .sha256)
    }

    /// A token that says this.
    func token(_ claims: TokenClaims) async throws -> String { try await keys.sign(claims) }

    /// What a token says, or nil where it is none that was signed here.
    func claims(of token: String) async -> TokenClaims? {
        try? await keys.verify(token, as: TokenClaims.self)
    }
}
