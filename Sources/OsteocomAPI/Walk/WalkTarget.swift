public import WebURL

/// Whom a walk asks, in whose name, and for whom.
public struct WalkTarget: Sendable {
    let origin: Origin
    let clientID: String
    let secret: Secret
    let user: ThrowAwayUser

    /// Makes a target.
    ///
    /// - Parameters:
    ///   - origin: the environment's.
    ///   - clientID: the partner's own id.
    ///   - secret: the partner's secret.
    ///   - user: the customer in whose name something is bought and taken back.
    public init(origin: Origin, clientID: String, secret: Secret, user: ThrowAwayUser) {
        self.origin = origin
        self.clientID = clientID
        self.secret = secret
        self.user = user
    }

    /// What stands in a call; `Authorization` is of `bearer` where there is one.
    func request(_ endpoint: Endpoint, bearer: Secret? = nil, _ body: some Encodable) throws -> APIRequest {
        try endpoint.request(at: origin, bearer: bearer, body: body)
    }
}
