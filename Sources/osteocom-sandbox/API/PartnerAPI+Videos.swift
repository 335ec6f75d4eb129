import Crypto
import Foundation
import OsteocomAPI

extension PartnerAPI {
    /// A token for the player, for a customer who has bought a channel that holds the video.
    func videoAccess(_ request: VideoAccessRequest, _ client: Client) async throws -> VideoAccessAnswer {
        try Self.require(request.clientId, client)
        for (name, value) in [
            ("userId", request.userId), ("videoId", request.videoId), ("userAccessKey", request.userAccessKey),
        ] {
            try Self.require(name, isNot: value.isEmpty)
        }
        let customer = state.customer(CustomerID(clientID: client.id, userID: request.userId))
        guard Self.isAccessKey(request.userAccessKey, of: customer) else {
            throw APIFault.notAuthorized("unknown customer, or the userAccessKey of another one")
        }
        let channels = client.products.filter { $0.lessons.contains { $0.videoId == request.videoId } }
        guard !channels.isEmpty else { throw APIFault.notFound("Video not found") }
        guard channels.contains(where: { state.isActive($0.id, for: request.userId, of: client.id) }) else {
            throw APIFault.notAuthorized("the customer has no active channel with this video")
        }
        let lifetime = VideoAccessAnswer.documentedLifetime
        let claims = TokenClaims(.video, of: client.id, at: now(), lifetime: lifetime, videoID: request.videoId)
        return VideoAccessAnswer(tokenAuthVideo: try await tokens.token(claims), expiresIn: lifetime)
    }

    /// Compares digests, which takes the same time wherever they differ.
    private static func isAccessKey(_ text: String, of customer: Customer?) -> Bool {
        guard let key = customer?.userAccessKey else { return false }
        return SHA256.hash(data: Data(text.utf8)) == SHA256.hash(data: Data(key.utf8))
    }
}
