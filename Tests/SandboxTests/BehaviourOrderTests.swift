import Testing

@testable import osteocom_sandbox

@Suite("Which requests a behaviour takes")
struct BehaviourOrderTests {
    @Test("The first rule that takes a request decides; what it lets pass goes on to the next one")
    func order() async throws {
        let sandbox = try await Sandbox(
            SampleScenario.behaving("status: 429, times: 2", "status: 503, every: 2", "path: /embed/x, status: 403"))
        var statuses: [Int] = []
        for _ in 0..<6 { statuses.append(try await sandbox.answer(SampleScenario.card).status) }
        #expect(statuses == [429, 429, 200, 503, 200, 503])
        #expect(try await sandbox.answer("/embed/x").status == 403)
    }

    @Test(
        "Quotas",
        arguments: [
            (Quota(), "11111"), (Quota(times: 2), "11000"), (Quota(every: 2), "01010"),
            (Quota(times: 1, every: 3), "00100"),
        ])
    func quota(_ quota: Quota, _ expected: String) {
        var quota = quota
        #expect(expected.indices.map { _ in quota.take() ? "1" : "0" }.joined() == expected)
    }

    @Test(
        "Paths",
        arguments: [
            ("/embed/", "/embed/course", true), ("/embed/", "/embed/a/b", true), ("/embed/", "/embed", false),
            ("/embed/course", "/embed/course", true), ("/embed/course", "/embed/courses", false),
            ("/embed/*", "/embed/a/b", true), ("*/b", "/embed/a/b", true), ("/embed/?", "/embed/ab", false),
            ("/embed/[ab]", "/embed/b", true), ("/embed", "/embed?x=1", true),
        ])
    func path(_ pattern: String, _ target: String, _ matches: Bool) {
        #expect(RequestPattern(path: pattern).matches(Question(target: target)) == matches)
    }

    @Test("Parameters and the asking origin, all together")
    func parameters() throws {
        let scenario = try ScenarioFile.reading(
            """
            behaviours:
              - clientId: c-1
                productId: 546E0F2B8A9D4C17B3E6F059
                origin: https://a.example
                status: 503
            """)
        let pattern = try #require(scenario.behaviours.first).pattern
        func matches(_ query: String, _ referer: String?) -> Bool {
            pattern.matches(Question(target: "/embed/x?\(query)", referer: referer))
        }
        let query = "clientId=c-1&productId=546e0f2b8a9d4c17b3e6f059"
        #expect(matches(query, "https://a.example/page"))
        #expect(!matches(query, "https://a.example:81/page"))
        #expect(!matches(query, nil))
        #expect(!matches("clientId=c-2&productId=546e0f2b8a9d4c17b3e6f059", "https://a.example"))
        #expect(!matches("clientId=c-1&productId=546e0f2b8a9d4c17b3e6f058", "https://a.example"))
        #expect(!matches("clientId=c-1", "https://a.example"))
    }
}
