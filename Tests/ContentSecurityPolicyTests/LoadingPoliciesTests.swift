import ContentSecurityPolicy
import Testing
import WebURL

@Suite("What a page's policies let load")
struct LoadingPoliciesTests {
    private static let card = "https://www.osteocom.me/embed/course?partnerUserId=u-48213"

    private func decide(
        _ policies: String..., urls: [String] = [card], element: LoadingElement = .frame
    ) throws -> LoadingDecision {
        let list = policies.flatMap { PolicyList(value: $0, disposition: .enforce).policies }
        let page = try WebURL(parsing: "https://learn.partner.example/course")
        return LoadingPolicies(list, pageURL: page).decide(try urls.map { try WebURL(parsing: $0) }, in: element)
    }

    @Test("Without a policy everything loads, and the proof says so")
    func none() throws {
        let decision = try decide()
        #expect(decision.verdict == .allowed && decision.refusals.isEmpty)
        #expect(decision.steps == ["the page has no policy, so everything loads"])
    }

    @Test("Every policy that blocks is told, with the directive, its place and the reason of each source")
    func refusals() throws {
        let decision = try decide(
            "img-src *; frame-src 'self' *.osteocom.com", "frame-src https:", "default-src 'none'")
        #expect(decision.verdict == .blocked)
        #expect(decision.refusals.map(\.policy) == [0, 2])
        #expect(decision.refusals.map(\.directive.name) == ["frame-src", "default-src"])
        #expect(decision.refusals.map(\.directive.offsets) == [11..<42, 0..<18])
        #expect(decision.refusals[1].absent == ["frame-src", "child-src"])
        #expect(
            decision.steps == [
                "policy 1: `frame-src` does not let https://www.osteocom.me/embed/course load: `'self'` is another host; "
                    + "`*.osteocom.com` is another host",
                "policy 2: `frame-src` lets https://www.osteocom.me/embed/course load: `https:` matches it",
                "policy 3: `default-src`, since there is no `frame-src` and no `child-src`, does not let "
                    + "https://www.osteocom.me/embed/course load: `'none'` matches nothing",
            ])
    }

    @Test(
        "The reason is that of the source",
        arguments: [
            ("https://www.osteocom.me/player/", "has another path"),
            ("'unsafe-inline'", "says nothing about what loads in a frame"),
            ("*.www.osteocom.me", "stands for hosts below this one, not for this host itself"),
            ("https://www.osteocom.me:8443", "is for another port"), ("wss:", "is for another scheme"),
            ("https://www_osteocom.me", "is skipped: it holds a character that stands in no host"),
        ])
    func reasons(_ sample: (source: String, reason: String)) throws {
        let refusal = try #require(try decide("frame-src \(sample.source)").refusals.first)
        #expect(refusal.reasons == ["`\(sample.source)` \(sample.reason)"])
        #expect(refusal.isAboutPath == (sample.reason == "has another path"))
    }

    @Test("Each URL of a redirect is looked at, and from the second one on paths do not count")
    func redirects() throws {
        let urls = [Self.card, "https://cards.osteocom.example/embed/shown", "https://www.osteocom.me/other"]
        let policy = "frame-src https://www.osteocom.me/embed/ https://cards.osteocom.example/elsewhere/"
        #expect(try decide(policy, urls: urls).verdict == .allowed)
        let refusal = try #require(try decide("frame-src https://www.osteocom.me", urls: urls).refusals.first)
        #expect(refusal.url.hostText == "cards.osteocom.example" && refusal.redirects == 1)
        #expect(try decide("frame-src https://cards.osteocom.example", urls: urls).refusals.map(\.redirects) == [0])
    }

    @Test("A report-only policy and a dropped directive block nothing, and the proof says so")
    func remarks() throws {
        let page = try WebURL(parsing: "https://learn.partner.example/")
        let reported = LoadingPolicies([Policy("frame-src 'none'", disposition: .report)], pageURL: page)
        let decision = reported.decide([try WebURL(parsing: Self.card)])
        #expect(decision.steps == ["policy 1 is report-only and blocks nothing"])
        let dropped = try decide("frame-src 'none' \u{E4}")
        #expect(dropped.verdict == .allowed)
        #expect(
            dropped.steps == [
                "policy 1: browsers ignore `frame-src`, since its value holds a character that none may hold",
                "policy 1 says nothing about frames",
            ])
    }

    @Test("object-src and frame-src must both let a plug-in in, and one policy is one refusal")
    func plugIns() throws {
        #expect(try decide("object-src 'none'").verdict == .allowed)
        #expect(try decide("object-src 'none'", element: .plugIn).refusals.map(\.directive.name) == ["object-src"])
        #expect(try decide("default-src 'none'", element: .plugIn).refusals.count == 1)
        let paths = "object-src https://www.osteocom.me/other/"
        #expect(try decide(paths, element: .plugIn).verdict == .blocked)
    }

    @Test("A very long list is not shown as a whole")
    func longList() throws {
        let decision = try decide("frame-src" + String(repeating: " https://a.example", count: 50_000))
        let reasons = try #require(decision.refusals.first).reasons
        #expect(reasons.count == 21 && reasons.last == "and 49980 more do not match either")
    }

    @Test("Places of directives are those in the value, behind commas and semicolons too")
    func offsets() throws {
        let value = " img-src *;; Frame-Src  'self' ;x, default-src\t'none',"
        let text = Array(value.utf8)
        let directives = PolicyList(value: value, disposition: .enforce).policies.flatMap(\.directives)
        #expect(
            directives.map { String(decoding: text[$0.offsets], as: UTF8.self) } == [
                "img-src *", "Frame-Src  'self'", "x", "default-src\t'none'",
            ])
    }
}
