/// The calls of a walk through the API, in their order.
public enum WalkCall: Sendable, Hashable, CaseIterable {
    /// With a secret that is not the client's.
    case loginWithWrongSecret
    /// With the client's secret.
    case login
    /// The channels agreed on.
    case catalogue
    /// With an address that is none.
    case authorizationWithMalformedEmail
    /// Without an address, which accounts with marketing consent need.
    case authorizationWithoutEmail
    /// With an address; made only where one is needed.
    case authorizationWithEmail
    /// Of the same user.
    case secondAuthorization
    /// Of a video of the channel that was authorised.
    case videoAccess
    /// Of a video that does not exist.
    case accessToUnknownVideo
    /// With a bearer token whose signature is wrong.
    case accessWithBrokenToken
    /// Of what was authorised.
    case revocation
    /// Of the same video after the revocation.
    case accessAfterRevocation
}

extension WalkCall {
    /// What it is called in tables.
    public var title: String {
        switch self {
        case .loginWithWrongSecret: "login, wrong secret"
        case .login: "login"
        case .catalogue: "catalogue"
        case .authorizationWithMalformedEmail: "authorize, malformed e-mail"
        case .authorizationWithoutEmail: "authorize, no e-mail"
        case .authorizationWithEmail: "authorize, with e-mail"
        case .secondAuthorization: "authorize again"
        case .videoAccess: "video access"
        case .accessToUnknownVideo: "video access, unknown video"
        case .accessWithBrokenToken: "video access, broken token"
        case .revocation: "revoke"
        case .accessAfterRevocation: "video access, revoked"
        }
    }

    /// What the documentation says of the answer, in short.
    public var expected: String {
        switch self {
        case .loginWithWrongSecret, .accessWithBrokenToken, .accessAfterRevocation: "401"
        case .login: "200, a JWT"
        case .catalogue: "200, the channels"
        case .authorizationWithMalformedEmail: "403"
        case .authorizationWithoutEmail: "200, or 400 where one is needed"
        case .authorizationWithEmail: "200, a key"
        case .secondAuthorization: "200, the same key"
        case .videoAccess: "200, a JWT for 900 s"
        case .accessToUnknownVideo: "404"
        case .revocation: "200, user and date"
        }
    }

    /// The endpoint that is called.
    public var endpoint: Endpoint {
        switch self {
        case .loginWithWrongSecret, .login: .login
        case .catalogue: .catalog
        case .authorizationWithMalformedEmail, .authorizationWithoutEmail, .authorizationWithEmail,
            .secondAuthorization:
            .contentAccessAuthorization
        case .videoAccess, .accessToUnknownVideo, .accessWithBrokenToken, .accessAfterRevocation: .videoAccess
        case .revocation: .revocateActivation
        }
    }

    /// Whether the answer tells what has to be taken back, so that it is waited for even after an interruption.
    public var changesState: Bool { endpoint == .contentAccessAuthorization || endpoint == .revocateActivation }

    /// The status codes that are documented for this call.
    var documentedStatuses: [Int] {
        switch self {
        case .loginWithWrongSecret, .accessWithBrokenToken, .accessAfterRevocation: [401]
        case .authorizationWithMalformedEmail: [403]
        case .authorizationWithoutEmail: [200, 400]
        case .accessToUnknownVideo: [404]
        case .login, .catalogue, .authorizationWithEmail, .secondAuthorization, .videoAccess, .revocation: [200]
        }
    }
}
