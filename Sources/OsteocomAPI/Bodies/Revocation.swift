/// What `contentLicensing_revocateActivation` takes.
public struct RevocationRequest: Sendable, Hashable, Codable {
    /// The partner's own id.
    public let clientId: String
    /// The channel's `idChannel`.
    public let channelId: String
    /// The partner's stable id of the customer.
    public let userId: String

    /// Makes a request.
    public init(clientId: String, channelId: String, userId: String) {
        self.clientId = clientId
        self.channelId = channelId
        self.userId = userId
    }
}

/// What `contentLicensing_revocateActivation` returns.
public struct RevocationAnswer: Sendable, Hashable, Codable {
    /// The customer whose access was taken away.
    public let userId: String
    /// When, as an ISO 8601 date and time.
    public let cancellationDate: String

    /// Makes an answer.
    public init(userId: String, cancellationDate: String) {
        self.userId = userId
        self.cancellationDate = cancellationDate
    }
}
