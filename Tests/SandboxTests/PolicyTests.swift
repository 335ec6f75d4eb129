import Testing

@Suite("Policies that are wrong on purpose")
struct PolicyTests {
    private static let listed = "https://learn.partner.example"

    private func answer(_ behaviour: String, referer: String? = nil) async throws -> Answer {
        try await Sandbox(SampleScenario.behaving(behaviour)).answer(SampleScenario.card, Asking(referer: referer))
    }

    @Test("Several policies, a field each")
    func policies() async throws {
        let answer = try await answer(#"policies: ["frame-ancestors *", "script-src 'none'; frame-ancestors https:"]"#)
        #expect(answer.policies == ["frame-ancestors *", "script-src 'none'; frame-ancestors https:"])
        #expect(answer.isCard)
    }

    @Test("No policy")
    func noPolicy() async throws {
        let answer = try await answer("noPolicy: true")
        #expect(answer.policies.isEmpty)
        #expect(answer.isCard)
    }

    @Test("Report-only, beside the policy and instead of it")
    func reportOnly() async throws {
        let beside = try await answer(#"reportOnly: "frame-ancestors 'none'""#)
        #expect(beside["Content-Security-Policy-Report-Only"] == ["frame-ancestors 'none'"])
        #expect(beside.policies == [SampleScenario.policy])
        let instead = try await answer(#"noPolicy: true, reportOnly: "frame-ancestors 'none'""#)
        #expect(instead["Content-Security-Policy-Report-Only"] == ["frame-ancestors 'none'"])
        #expect(instead.policies.isEmpty)
    }

    @Test("An error's page with a policy")
    func errorWithPolicy() async throws {
        let answer = try await answer(#"status: 503, policies: ["frame-ancestors 'none'"]"#)
        #expect(answer.status == 503)
        #expect(answer.policies == ["frame-ancestors 'none'"])
    }

    @Test(
        "A policy that reflects whatever the Referer field names",
        arguments: [
            ("https://evil.example/page?x", "frame-ancestors 'self' https://evil.example"),
            ("http://evil.example:81", "frame-ancestors 'self' http://evil.example:81"),
            ("nonsense", "frame-ancestors 'self'"), ("data:text/html,x", "frame-ancestors 'self'"),
            (nil, "frame-ancestors 'self'"),
        ])
    func reflect(_ referer: String?, _ policy: String) async throws {
        let answer = try await answer("policyByReferer: reflect", referer: referer)
        #expect(answer.policies == [policy])
        #expect(answer["Vary"] == [])
    }

    @Test(
        "A policy with the asking origin alone, if it is listed",
        arguments: [
            ("https://learn.partner.example/a", "frame-ancestors 'self' https://learn.partner.example"),
            ("https://evil.example/", "frame-ancestors 'self'"), (nil, "frame-ancestors 'self'"),
        ])
    func asking(_ referer: String?, _ policy: String) async throws {
        let answer = try await answer("policyByReferer: listed, vary: true", referer: referer)
        #expect(answer.policies == [policy])
        #expect(answer["Vary"] == ["Referer"])
    }
}
