/// What `contentLicensing_videoAccess` takes.
public struct VideoAccessRequest: Sendable, Hashable, Codable {
    /// The partner's stable id of the customer.
    public let userId: String
    /// The partner's own id.
    public let clientId: String
    /// The video, from the catalogue.
    public let videoId: String
    /// The token that the customer's authorization returned.
    public let userAccessKey: String

    /// Makes a request.
    public init(userId: String, clientId: String, videoId: String, userAccessKey: String) {
        self.userId = userId
        self.clientId = clientId
        self.videoId = videoId
        self.userAccessKey = userAccessKey
    }
}

/// What `contentLicensing_videoAccess` returns.
public struct VideoAccessAnswer: Sendable, Hashable, Codable {
    /// How long a token for the player lives, in seconds.
    public static let documentedLifetime = 900

    /// The token for the player's URL.
    public let tokenAuthVideo: String
    /// How long it lives, in seconds.
    public let expiresIn: Int

    /// Makes an answer.
    public init(tokenAuthVideo: String, expiresIn: Int) {
        self.tokenAuthVideo = tokenAuthVideo
        self.expiresIn = expiresIn
    }
}
