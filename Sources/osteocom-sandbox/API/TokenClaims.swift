import Foundation
import JWTKit

/// What a token says (RFC 7519, section 4.1); never who the customer is.
struct TokenClaims: JWTPayload {
    /// What a token is good for.
    enum Kind: String, Codable {
        /// All calls but the login.
        case bearer
        /// Video access, as `userAccessKey`.
        case customer
        /// The player.
        case video
    }

    let sub: SubjectClaim
    let iat: IssuedAtClaim
    var exp: ExpirationClaim?
    /// Makes two tokens of the same second different.
    let jti: IDClaim
    let kind: Kind
    /// The video that may be played.
    var videoId: String?

    init(_ kind: Kind, of clientID: String, at date: Date, lifetime: Int? = nil, videoID: String? = nil) {
        sub = SubjectClaim(value: clientID)
        iat = IssuedAtClaim(value: date.wholeSeconds)
        exp = lifetime.map { ExpirationClaim(value: date.wholeSeconds.addingTimeInterval(Double($0))) }
        jti = IDClaim(value: UUID().uuidString)
        self.kind = kind
        videoId = videoID
    }

    /// The client's id.
    var clientID: String { sub.value }

    /// From when on the token is good for nothing; nil for one that never expires.
    var end: Date? { exp?.value }

    /// Judges nothing: whoever reads the token knows what time it is.
    func verify(using algorithm: some JWTAlgorithm) {}
}
