import OsteocomAPI
import OsteolintCore
import Testing
import WebURL

@Suite("A walk through the API: its calls")
struct WalkOrderTests {
    @Test("Documented answers are ok, call by call, and nothing is left behind")
    func documented() throws {
        let (walk, steps) = WalkScript().run()
        #expect(walk.calls.map(\.verdict) == Array(repeating: .ok, count: 11))
        #expect(walk.calls.flatMap(\.deviations) == [])
        #expect(walk.unrevoked == nil)
        #expect(steps.map(\.call) == WalkCall.allCases.filter { $0 != .authorizationWithEmail })
        #expect(walk.calls.map(\.milliseconds) == (1...11).map { $0 })
        let requests = steps.map(\.request)
        #expect(requests.allSatisfy { $0.method == .post })
        #expect(requests[1].url.href == "https://test.osteocom.me/sv6/contentLicensing_login")
    }

    @Test(
        "One throw-away user is bought for and revoked, with another secret, video and token where they must be wrong")
    func requests() throws {
        let (_, steps) = WalkScript().run()
        let users = Set(steps.map { WalkScript.sent("userId", by: $0) }.filter { !$0.isEmpty })
        #expect(users.count == 1)
        #expect(try #require(users.first).wholeMatch(of: /osteolint-[0-9a-f]{32}/) != nil)
        #expect(WalkScript.sent("clientSecret", by: steps[0]) != WalkScript.secret)
        #expect(WalkScript.sent("clientSecret", by: steps[1]) == WalkScript.secret)
        #expect(WalkScript.sent("email", by: steps[3]).contains("@") == false)
        #expect(WalkScript.sent("email", by: steps[4]) == "")
        #expect(WalkScript.sent("videoId", by: steps[6]) == "v1")
        #expect(WalkScript.sent("videoId", by: steps[7]) != "v1")
        let bearers = steps.map { $0.request.fields.first { $0.name == "Authorization" }?.value }
        let whole = "Bearer \(WalkScript.bearer)"
        #expect(bearers[2] == whole)
        #expect(bearers[0] == nil && bearers[1] == nil)
        let broken = try #require(bearers[8])
        #expect(broken != whole && broken.count == whole.count)
        #expect(WalkScript.sent("channelId", by: steps[9]) == WalkScript.product)
    }

    @Test("Another walk is made for another user")
    func freshUser() {
        let users = (0..<2).map { _ in WalkScript.sent("userId", by: WalkScript().run().steps[3]) }
        #expect(users[0] != users[1])
    }

    @Test("An account that asks for an e-mail address gets one of a reserved domain from then on")
    func email() throws {
        let (walk, steps) = WalkScript(
            .authorizationWithoutEmail, .success(WalkScript.json(400, #"{"error":"Email field required"}"#))
        ).run()
        #expect(walk.calls.allSatisfy { $0.verdict == .ok })
        #expect(walk.calls.map(\.call)[4...6] == ["authorize, no e-mail", "authorize, with e-mail", "authorize again"])
        #expect(walk.calls[4].remarks.first?.contains("asks for an e-mail address") == true)
        #expect(WalkScript.sent("email", by: steps[5]).hasSuffix("@example.com"))
        #expect(WalkScript.sent("email", by: steps[6]) == WalkScript.sent("email", by: steps[5]))
    }

    @Test("Without a login nothing else is called")
    func noLogin() {
        let (walk, steps) = WalkScript(.login, .success(WalkScript.json(401, "{}"))).run()
        #expect(steps.count == 2)
        #expect(walk.calls[1].verdict == .differs)
        #expect(walk.calls[1].remarks.first?.contains("OSTEOCOM_CLIENT_SECRET") == true)
        #expect(walk.calls.dropFirst(2).allSatisfy { $0.got == "not made: the login gave no token" })
        #expect(walk.calls.dropFirst(2).allSatisfy { $0.verdict == .open && $0.milliseconds == nil })
    }

    @Test(
        "Without a channel that has a video nothing is authorised",
        arguments: [
            #"{"catalog":[]}"#, #"{"catalog":[{"idChannel":"66d5796a1c4b7f20e93d85ba","video":[]}]}"#,
            #"{"catalog":[{"video":[{"videoId":"v1"}]}]}"#, #"{"catalog":7}"#, "[]", "",
        ])
    func noProduct(_ catalogue: String) {
        let (walk, steps) = WalkScript(.catalogue, .success(WalkScript.json(200, catalogue))).run()
        #expect(steps.count == 3)
        #expect(walk.calls.dropFirst(3).allSatisfy { $0.got == "not made: no channel with a video" })
        #expect(walk.unrevoked == nil)
    }

    @Test("The first channel with a video is the one, and its price goes along")
    func product() throws {
        let catalogue = """
            {"catalog":[{"idChannel":"000000000000000000000001","video":[]},
            {"idChannel":"66d5796a1c4b7f20e93d85ba","price":250,"video":[{"videoId":"v9"}]}]}
            """
        let (_, steps) = WalkScript(.catalogue, .success(WalkScript.json(200, catalogue))).run()
        #expect(String(decoding: steps[3].request.body, as: UTF8.self).contains(#""price":250"#))
        #expect(WalkScript.sent("channelId", by: steps[9]) == WalkScript.product)
    }
}
