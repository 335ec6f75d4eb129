import ContentSecurityPolicy
import Testing
import WebURL

@Suite("Framing decisions")
struct FramingDecisionTests {
    @Test("Without any header everyone may show the embed, and nothing decides")
    func silent() throws {
        let decision = try Framing.decide(Framing.policy("default-src 'none'"))
        #expect(decision.verdict == .allowed && decision.decidedBy == nil && decision.culprit == nil)
        #expect(
            decision.steps == [
                "policy 1 has no `frame-ancestors` and says nothing here",
                "no enforced policy has `frame-ancestors` and there is no X-Frame-Options: every page may show the embed",
            ])
    }

    @Test("Every policy must let every ancestor in; the proof names the first that does not")
    func chain() throws {
        let decision = try Framing.decide(
            Framing.reportOnly("frame-ancestors 'none'"),
            Framing.policy("frame-ancestors https:, frame-ancestors 'self'"),
            Framing.frameOptions("DENY"), below: ["https://a.example", Framing.partner, "https://www.osteocom.me"])
        #expect(decision.verdict == .blocked)
        #expect(decision.decidedBy == .policy(2, expression: nil))
        #expect(decision.culprit == 1)
        #expect(
            decision.steps == [
                "policy 1 is report-only and blocks nobody",
                "policy 2 lets https://www.osteocom.me in: `https:` matches it",
                "policy 2 lets https://lms.partner.com in: `https:` matches it",
                "policy 2 lets https://a.example in: `https:` matches it",
                "policy 3 lets https://www.osteocom.me in: `'self'` matches it, since it is the embed's own origin",
                "policy 3 does not let https://lms.partner.com in: `'self'` is another host",
            ])
    }

    @Test("The expression that lets the outermost page in decides, and makes X-Frame-Options void")
    func allowed() throws {
        let decision = try Framing.decide(
            Framing.policy("frame-ancestors 'none' \(Framing.partner)"), Framing.frameOptions("DENY"))
        #expect(decision.verdict == .allowed && !decision.isBrowserDependent)
        #expect(decision.decidedBy == .policy(0, expression: Framing.partner))
        #expect(
            decision.steps.last
                == "X-Frame-Options: DENY is not looked at, since an enforced policy has `frame-ancestors`")
    }

    @Test("A long list of refusals is cut short")
    func longList() throws {
        let sources = (0..<500).map { "h\($0)" }.joined(separator: " ")
        let step = try #require(try Framing.decide(Framing.policy("frame-ancestors \(sources)")).steps.first)
        #expect(step.contains("`h19` is another host; and 480 more do not match either"))
    }

    @Test("A long expression and a long value are cut short, those of 200 characters are not")
    func longTexts() throws {
        let host = String(repeating: "a", count: 200)
        let refused = try Framing.decide(Framing.policy("frame-ancestors \(host) \(host)b"))
        #expect(
            refused.steps == [
                "policy 1 does not let \(Framing.partner) in: `\(host)` is another host; `\(host)…` is another host"
            ])
        let source = Framing.partner + "/" + host
        let admitted = try Framing.decide(
            Framing.policy("frame-ancestors \(source)"), Framing.frameOptions(host + "b"), wasRedirected: true)
        #expect(admitted.steps.contains { $0.hasSuffix("in: `\(source.prefix(200))…` matches it") })
        #expect(admitted.steps.contains { $0.hasPrefix("X-Frame-Options: \(host)… is not looked at") })
        let void = try Framing.decide(Framing.frameOptions(host + "b"))
        #expect(void.steps.first?.hasPrefix("X-Frame-Options: \(host)… means nothing") == true)
    }

    /// Values of X-Frame-Options, and whether the partner and Osteocom itself may show the embed.
    private static let optionValues: [(values: [String], partner: Bool, own: Bool)] = [
        (["deny"], false, false), (["SAMEORIGIN"], false, true), (["SameOrigin", "sameorigin"], false, true),
        (["ALLOWALL"], true, true), (["ALLOW-FROM https://lms.partner.com"], true, true), ([""], true, true),
        (["DENY, SAMEORIGIN"], false, false), (["SAMEORIGIN", ""], false, false), (["bad, ALLOWALL"], false, false),
        (["bad, worse"], true, true), (["\"DENY, SAMEORIGIN\""], true, true), (["\"a\\\",b\", DENY"], false, false),
        (["DENY\u{B}"], false, false), (["\u{A0}DENY"], true, true), (["\r\n DENY"], false, false),
    ]

    @Test("X-Frame-Options alone", arguments: optionValues)
    func frameOptionsAlone(_ sample: (values: [String], partner: Bool, own: Bool)) throws {
        let fields = sample.values.map(Framing.frameOptions)
        let partner = try Framing.question(fields).decide()
        let own = try Framing.question(fields, below: ["https://www.osteocom.me"]).decide()
        #expect((partner.verdict == .allowed) == sample.partner)
        #expect((own.verdict == .allowed) == sample.own)
        guard case .frameOptions? = partner.decidedBy else {
            Issue.record("decided by \(String(describing: partner.decidedBy))")
            return
        }
    }

    @Test("SAMEORIGIN wants every ancestor to be of the embed's origin, and an opaque one never is")
    func sameOrigin() throws {
        let own = "https://www.osteocom.me"
        let field = Framing.frameOptions("SAMEORIGIN")
        #expect(try Framing.decide(field, below: [own, own]).verdict == .allowed)
        #expect(try Framing.decide(field, below: [Framing.partner, own]).culprit == 0)
        #expect(try Framing.decide(field, below: [own, "null"]).culprit == 1)
    }

    @Test("A dropped directive lets X-Frame-Options apply again")
    func droppedWithFrameOptions() throws {
        let decision = try Framing.decide(
            Framing.policy("frame-ancestors https://lms.partner.com’"), Framing.frameOptions("DENY"))
        #expect(decision.verdict == .blocked)
        #expect(decision.decidedBy == .frameOptions("DENY"))
        #expect(decision.steps[0].contains("U+2019"))
    }

    @Test("No page above the embed: nothing is asked")
    func topLevel() throws {
        #expect(try Framing.decide(Framing.frameOptions("DENY"), below: []).verdict == .allowed)
    }

    @Test("Redirects are followed, by location relative to the hop; a second request is none")
    func redirects() throws {
        let url = try WebURL(parsing: "https://www.osteocom.me/embed/card")
        let chain = try RedirectChain(
            from: url,
            [
                RecordedHop(status: 401, fields: [ResponseField(name: "Location", value: "https://no.example")]),
                RecordedHop(status: 302, fields: [ResponseField(name: "location ", value: " //app.osteocom.me/a")]),
                RecordedHop(status: 307, fields: [], location: "b?c"),
                RecordedHop(status: 200, fields: [Framing.frameOptions("DENY")]),
            ])
        #expect(
            chain.urls.map(\.href) == [
                url.href, url.href, "https://app.osteocom.me/a", "https://app.osteocom.me/b?c",
            ])
        #expect(chain.wasRedirected)
        #expect(chain.question(below: []).embedURL == chain.urls.last)
        let again = [RecordedHop(status: 401, fields: []), RecordedHop(status: 200, fields: [])]
        #expect(try !RedirectChain(from: url, again).wasRedirected)
        #expect(throws: RedirectChain.Fault.noResponse) { try RedirectChain(from: url, []) }
        let bad = [RecordedHop(status: 302, fields: [], location: "data:,x"), RecordedHop(status: 200, fields: [])]
        #expect(throws: RedirectChain.Fault.location("data:,x", position: 0)) { try RedirectChain(from: url, bad) }
    }
}
