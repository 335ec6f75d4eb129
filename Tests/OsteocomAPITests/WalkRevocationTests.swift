import OsteocomAPI
import OsteolintCore
import Testing

@Suite("A walk through the API: what was authorised is taken back")
struct WalkRevocationTests {
    @Test(
        "Whatever fails after the authorization, the revocation is sent",
        arguments: [WalkCall.secondAuthorization, .videoAccess, .accessToUnknownVideo, .accessWithBrokenToken])
    func laterFailure(_ call: WalkCall) {
        for failure in [FetchFailure.timedOut(seconds: 1), .cutOff, .redirected(to: "https://elsewhere.example/")] {
            let (walk, steps) = WalkScript(call, .failure(failure)).run()
            #expect(steps.contains { $0.call == .revocation })
            #expect(walk.unrevoked == nil)
            #expect(walk.calls.first { $0.call == call.title }?.verdict == .open)
        }
    }

    @Test("An authorization that nobody answered may have been recorded, and is revoked")
    func unanswered() {
        var script = WalkScript(.authorizationWithMalformedEmail, .failure(.timedOut(seconds: 1)))
        script.answers[.authorizationWithoutEmail] = .success(WalkScript.json(403, "{}"))
        let (walk, steps) = script.run()
        #expect(steps.last?.call == .revocation)
        #expect(walk.unrevoked == nil)
        #expect(
            walk.calls.first { $0.call == WalkCall.videoAccess.title }?.got == "not made: no authorization gave a key")
    }

    @Test("What was refused, or never left this computer, needs no revocation")
    func refused() {
        for answer in [
            Result<APIResponse, FetchFailure>.success(WalkScript.json(403, "{}")), .failure(.unresolved(host: "x")),
        ] {
            let (walk, steps) = WalkScript(.authorizationWithoutEmail, answer).run()
            #expect(!steps.contains { $0.call == .revocation })
            #expect(
                walk.calls.first { $0.call == WalkCall.revocation.title }?.got == "not made: nothing was authorised")
            #expect(walk.unrevoked == nil)
        }
    }

    @Test("A malformed address that was taken is a deviation, and its purchase is revoked")
    func malformedTaken() {
        var script = WalkScript(.authorizationWithMalformedEmail, .success(WalkScript.json(200, #"{"token":"k"}"#)))
        script.answers[.authorizationWithoutEmail] = .success(WalkScript.json(500, "{}"))
        let (walk, steps) = script.run()
        #expect(
            walk.calls[3].deviations == [
                "status 200 came, where 403 is documented: a malformed e-mail address was taken"
            ])
        #expect(steps.last?.call == .revocation)
    }

    @Test("Broken off at any call, it makes no other one than the revocation")
    func interrupted() {
        for call in WalkCall.allCases where call != .authorizationWithEmail {
            var script = WalkScript()
            script.interruption = call
            let (walk, steps) = script.run()
            let isBought = [
                .authorizationWithoutEmail, .secondAuthorization, .videoAccess, .accessToUnknownVideo,
                .accessWithBrokenToken,
            ].contains(call)
            #expect(steps.last?.call == (isBought ? .revocation : call), "\(call)")
            #expect(walk.unrevoked == nil)
            #expect(walk.calls.count == 11)
        }
    }

    @Test("Broken off while an authorization is under way, it revokes what may have been recorded")
    func interruptedAuthorization() {
        var script = WalkScript(.authorizationWithMalformedEmail, .failure(.interrupted))
        script.interruption = .authorizationWithMalformedEmail
        let (walk, steps) = script.run()
        #expect(
            steps.map(\.call) == [
                .loginWithWrongSecret, .login, .catalogue, .authorizationWithMalformedEmail, .revocation,
            ])
        #expect(walk.calls.map(\.got).filter { $0 == "not made: interrupted" }.count == 6)
    }

    @Test("A revocation that failed names the user and the product", arguments: [403, 404, 429, 500])
    func failed(_ status: Int) throws {
        let (walk, steps) = WalkScript(.revocation, .success(WalkScript.json(status, "{}"))).run()
        let left = try #require(walk.unrevoked)
        #expect(left.productID == WalkScript.product)
        #expect(left.userID == WalkScript.sent("userId", by: steps[4]))
        #expect(walk.calls.last?.got == "not made: nothing was revoked")
    }
}
