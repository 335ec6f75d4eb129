public import OsteolintCore

/// A walk through the documented calls of the API, in which each answer is held against the documentation.
///
/// It sends nothing itself: it says which call is next, and is told what came. Whatever happens, it does not end before
/// what was authorised has been revoked, or the try to revoke it has failed.
public struct APIWalk: Sendable {
    /// A call to be made now.
    public struct Step: Sendable {
        /// Which one it is.
        public let call: WalkCall
        /// What to send.
        public let request: APIRequest
    }

    /// What has been checked, in the order of the calls.
    public private(set) var calls: [CheckedCall] = []
    let target: WalkTarget
    var facts = WalkFacts()
    private(set) var isInterrupted = false
    private let now: Double
    private var rest = WalkCall.allCases.filter { $0 != .authorizationWithEmail }
    private var pending: WalkCall?
    /// The key that was known before the answer that is being judged.
    private var earlierKey: Secret?
    /// What was known of the purchase before the last authorization was sent.
    private var earlierPurchase = WalkFacts.Purchase.none

    /// Makes a walk.
    ///
    /// - Parameters:
    ///   - target: whom to ask.
    ///   - now: the instant, in seconds since 1970, for which tokens must be valid.
    public init(_ target: WalkTarget, now: Double) {
        self.target = target
        self.now = now
    }

    /// The call to make now; nil at the end. Calls that cannot be made are noted as such.
    public mutating func nextCall() -> Step? {
        while let call = rest.first {
            rest.removeFirst()
            do {
                let request = try request(for: call)
                pending = call
                notePurchase(by: call)
                return Step(call: call, request: request)
            } catch let obstacle as WalkObstacle {
                calls.append(CheckedCall(call, notMade: obstacle.reason))
            } catch {
                calls.append(CheckedCall(call, notMade: "the request cannot be written"))
            }
        }
        return nil
    }

    /// Takes the answer to the call that `nextCall` gave last.
    ///
    /// - Parameters:
    ///   - result: what came.
    ///   - milliseconds: the time until all of it was there.
    public mutating func take(_ result: Result<APIResponse, FetchFailure>, milliseconds: Int) {
        guard let call = pending else { return }
        pending = nil
        let answer = WalkAnswer(result)
        learn(from: answer, to: call)
        let text = ServerText(hiding: facts.tokens.union([target.secret]))
        let judgement = WalkJudgement(
            call: call, answer: answer, userID: target.user.id, earlierKey: earlierKey, now: now, text: text)
        calls.append(judgement.checked(milliseconds: milliseconds))
        earlierKey = facts.userAccessKey
    }

    /// Makes no further calls, but for the revocation of what was authorised.
    public mutating func interrupt() {
        isInterrupted = true
    }

    /// What was authorised, or may have been, and was not revoked.
    public var unrevoked: UnrevokedPurchase? {
        guard let product = facts.product, facts.purchase == .perhaps || facts.purchase == .recorded else { return nil }
        let text = ServerText(hiding: facts.tokens.union([target.secret]))
        return UnrevokedPurchase(userID: target.user.id, productID: text.shown(product.channelID))
    }

    /// From when it is sent until its answer is there, an authorization may have been recorded.
    private mutating func notePurchase(by call: WalkCall) {
        guard call.endpoint == .contentAccessAuthorization else { return }
        earlierPurchase = facts.purchase
        if facts.purchase == .none { facts.purchase = .perhaps }
    }

    private mutating func learn(from answer: WalkAnswer, to call: WalkCall) {
        if call.endpoint == .contentAccessAuthorization { learnPurchase(from: answer, to: call) }
        let content = answer.status == 200 ? answer.content : nil
        if let token = content?["token"].text { facts.tokens.insert(Secret(token)) }
        if let token = content?["tokenAuthVideo"].text { facts.tokens.insert(Secret(token)) }
        switch call {
        case .login: learnBearer(from: content)
        case .catalogue: facts.product = content.flatMap(WalkFacts.Product.init(in:))
        case .authorizationWithoutEmail, .authorizationWithEmail, .secondAuthorization:
            guard let key = content?["token"].text, !key.isEmpty else { return }
            facts.userAccessKey = facts.userAccessKey ?? Secret(key)
        case .revocation:
            // An answer that says nothing of the user does not say either that anything was taken back.
            if content?["userId"].text == target.user.id { facts.purchase = .revoked }
        case .loginWithWrongSecret, .authorizationWithMalformedEmail, .videoAccess, .accessToUnknownVideo,
            .accessWithBrokenToken, .accessAfterRevocation:
            break
        }
    }

    /// A token goes into a header field, which cannot hold everything.
    private mutating func learnBearer(from content: JSONTree?) {
        guard let token = content?["token"].text, Self.isFieldText(token) else { return }
        facts.bearer = Secret(token)
        facts.tokens.insert(Secret(CompactToken(token).broken))
    }

    private static func isFieldText(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 1 << 14 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private mutating func learnPurchase(from answer: WalkAnswer, to call: WalkCall) {
        if let status = answer.status, (200..<300).contains(status) {
            facts.purchase = .recorded
        } else if answer.isRefusal {
            facts.purchase = earlierPurchase
        }
        guard call == .authorizationWithoutEmail, answer.status == 400 else { return }
        facts.needsEmail = true
        rest.insert(.authorizationWithEmail, at: 0)
    }
}

extension CheckedCall {
    /// A call that was not made.
    fileprivate init(_ call: WalkCall, notMade reason: String) {
        self.init(
            call: call.title, endpoint: call.endpoint.rawValue, expected: call.expected, got: "not made: \(reason)",
            milliseconds: nil, verdict: .open)
    }
}
