/// What `contentLicensing_login` takes.
public struct LoginRequest: Sendable, Hashable, Codable {
    /// The partner's own id.
    public let clientId: String
    /// The partner's secret.
    public let clientSecret: String

    /// Makes a request.
    public init(clientId: String, clientSecret: String) {
        self.clientId = clientId
        self.clientSecret = clientSecret
    }
}

/// What `contentLicensing_login` returns.
public struct LoginAnswer: Sendable, Hashable, Codable {
    /// A JWT, the bearer token of all other calls.
    public let token: String

    /// Makes an answer.
    public init(token: String) {
        self.token = token
    }
}
