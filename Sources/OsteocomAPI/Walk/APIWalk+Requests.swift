extension APIWalk {
    /// The request of a call.
    ///
    /// - Throws: `WalkObstacle` where an earlier answer is needed that did not come; what `JSONEncoder` throws.
    func request(for call: WalkCall) throws -> APIRequest {
        guard !isInterrupted || call == .revocation else { throw WalkObstacle.interrupted }
        switch call {
        case .loginWithWrongSecret: return try login(target.user.wrongSecret)
        case .login: return try login(target.secret)
        case .catalogue:
            return try target.request(.catalog, bearer: bearer(), CatalogRequest(clientId: target.clientID))
        case .authorizationWithMalformedEmail: return try authorization(email: target.user.malformedEmail)
        case .authorizationWithoutEmail: return try authorization(email: nil)
        case .authorizationWithEmail: return try authorization(email: target.user.email)
        case .secondAuthorization:
            _ = try key()
            return try authorization(email: facts.needsEmail ? target.user.email : nil)
        case .videoAccess: return try videoAccess(product().videoID, bearer: bearer())
        case .accessToUnknownVideo: return try videoAccess(target.user.unknownVideoID, bearer: bearer())
        case .accessWithBrokenToken:
            return try videoAccess(product().videoID, bearer: Secret(CompactToken(bearer().revealed).broken))
        case .revocation: return try revocation()
        case .accessAfterRevocation:
            let videoID = try product().videoID
            guard facts.purchase == .revoked else { throw WalkObstacle.notRevoked }
            return try videoAccess(videoID, bearer: bearer())
        }
    }

    private func bearer() throws(WalkObstacle) -> Secret {
        guard let bearer = facts.bearer else { throw .noBearer }
        return bearer
    }

    private func product() throws(WalkObstacle) -> WalkFacts.Product {
        _ = try bearer()
        guard let product = facts.product else { throw .noProduct }
        return product
    }

    private func key() throws(WalkObstacle) -> Secret {
        _ = try product()
        guard let key = facts.userAccessKey else { throw .noKey }
        return key
    }

    private func login(_ secret: Secret) throws -> APIRequest {
        try target.request(.login, LoginRequest(clientId: target.clientID, clientSecret: secret.revealed))
    }

    private func authorization(email: String?) throws -> APIRequest {
        let product = try product()
        let body = AuthorizationRequest(
            clientId: target.clientID, userId: target.user.id, email: email,
            products: [.init(productId: product.channelID, price: product.price)])
        return try target.request(.contentAccessAuthorization, bearer: bearer(), body)
    }

    private func videoAccess(_ videoID: String, bearer: Secret) throws -> APIRequest {
        let body = VideoAccessRequest(
            userId: target.user.id, clientId: target.clientID, videoId: videoID, userAccessKey: try key().revealed)
        return try target.request(.videoAccess, bearer: bearer, body)
    }

    private func revocation() throws -> APIRequest {
        let product = try product()
        guard facts.purchase != .none else { throw WalkObstacle.nothingToRevoke }
        let body = RevocationRequest(
            clientId: target.clientID, channelId: product.channelID, userId: target.user.id)
        return try target.request(.revocateActivation, bearer: bearer(), body)
    }
}
