/// Why a call cannot be made.
struct WalkObstacle: Error {
    /// The reason, as the end of a sentence.
    let reason: String

    static let interrupted = WalkObstacle(reason: "interrupted")
    static let noBearer = WalkObstacle(reason: "the login gave no token")
    static let noProduct = WalkObstacle(reason: "no channel with a video")
    static let noKey = WalkObstacle(reason: "no authorization gave a key")
    static let nothingToRevoke = WalkObstacle(reason: "nothing was authorised")
    static let notRevoked = WalkObstacle(reason: "nothing was revoked")
}
