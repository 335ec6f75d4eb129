import NIOHTTP1
import Testing

@Suite("Cards and the placeholder")
struct EmbedTests {
    @Test("A card with the client's policy", arguments: [false, true])
    func card(_ isHTTP2: Bool) async throws {
        let answer = try await Sandbox(SampleScenario.clients).answer(SampleScenario.card, Asking(isHTTP2: isHTTP2))
        #expect(answer.status == 200)
        #expect(answer.version.major == (isHTTP2 ? 2 : 1))
        #expect(answer.policies == [SampleScenario.policy])
        #expect(answer["Content-Type"] == ["text/html; charset=utf-8"])
        #expect(answer["Cache-Control"] == ["no-store"])
        #expect(answer["Referrer-Policy"] == ["strict-origin-when-cross-origin"])
        #expect(answer["X-Content-Type-Options"] == ["nosniff"])
        #expect(answer["Content-Length"] == ["\(answer.bytes.count)"])
        #expect(answer.isCard)
    }

    @Test("The card holds title, price and a link to buy, all escaped")
    func content() async throws {
        let page = try await Sandbox(SampleScenario.clients).answer(SampleScenario.card).body
        #expect(page.contains(#"data-title="Pelvic floor &amp; &quot;core&quot;: available""#))
        #expect(page.contains("<h1>Pelvic floor &amp; &quot;core&quot;</h1>"))
        #expect(page.contains("School &lt;of&gt; movement"))
        #expect(page.contains("€\u{A0}120"))
        let target = "/checkout?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId=546e0f2b8a9d4c17b3e6f059"
        #expect(page.contains(#"<a class="button" href="\#(target)" target="_top">Buy</a>"#))
        #expect(!page.contains("<of>"))
        #expect(!page.contains("u-1"))
    }

    @Test("Every fault gets the same placeholder, with the policy of a client that is known")
    func placeholder() async throws {
        let sandbox = try await Sandbox(SampleScenario.manyClients)
        let known = "clientId=kT4mRZ81qLwYc0dXaB2e"
        let product = "productId=546e0f2b8a9d4c17b3e6f059"
        let nobody = "frame-ancestors 'self'"
        let cases = [
            ("?\(known)&\(product)", SampleScenario.policy),
            ("?\(known)&\(product)&partnerUserId=", SampleScenario.policy),
            ("?\(known)&\(product)&partnerUserId=&partnerUserId=u", SampleScenario.policy),
            ("?\(known)&partnerUserId=u", SampleScenario.policy),
            ("?\(known)&productId=546e0f2b8a9d4c17b3e6f05&partnerUserId=u", SampleScenario.policy),
            ("?\(known)&productId=000000000000000000000000&partnerUserId=u", SampleScenario.policy),
            ("?clientId=offline-partner&\(product)&partnerUserId=u", "frame-ancestors 'self' https://offline.example"),
            ("?clientId=api-partner&\(product)&partnerUserId=u", "frame-ancestors 'self' https://api.example"),
            ("?clientId=unknown&\(product)&partnerUserId=u", nobody),
            ("?\(product)&partnerUserId=u", nobody), ("", nobody),
        ]
        let expected = try await sandbox.answer("/embed/").bytes
        for (query, policy) in cases {
            let answer = try await sandbox.answer("/embed/course" + query)
            #expect(answer.isPlaceholder, "\(query)")
            #expect(answer.bytes == expected, "\(query)")
            #expect(answer.status == 200, "\(query)")
            #expect(answer.policies == [policy], "\(query)")
            #expect(answer["Cache-Control"] == ["no-store"], "\(query)")
        }
    }

    @Test(
        "Any path under /embed, the product's id in either case, encoded parameters",
        arguments: [
            "/embed?" + SampleScenario.query, "/embed/?" + SampleScenario.query, "/embed/a/b/c?" + SampleScenario.query,
            "/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=546E0F2B8A9D4C17B3E6F059&partnerUserId=a%20b",
            "/embed/course?client%49d=kT4mRZ81qLwYc0dXaB2%65&productId=546e0f2b8a9d4c17b3e6f059&partnerUserId=u",
        ])
    func paths(_ target: String) async throws {
        #expect(try await Sandbox(SampleScenario.clients).answer(target).isCard)
    }

    @Test("Connections are kept: many requests, one after the other", arguments: [false, true])
    func keptConnection(_ isHTTP2: Bool) async throws {
        let sandbox = try await Sandbox(SampleScenario.clients)
        let answers = try await sandbox.answers(500, to: SampleScenario.card, Asking(isHTTP2: isHTTP2))
        #expect(answers.count == 500)
        #expect(answers.allSatisfy { $0.status == 200 && $0.version.major == (isHTTP2 ? 2 : 1) && $0.isCard })
        #expect(answers.allSatisfy { $0["Connection"] == [] })
    }

    @Test("HEAD gets the head alone; other methods the placeholder, not without a policy")
    func methods() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients)
        let length = try await sandbox.answer(SampleScenario.card).bytes.count
        let head = try await sandbox.answer(SampleScenario.card, Asking(method: .HEAD))
        #expect(head.bytes.isEmpty)
        #expect(head["Content-Length"] == ["\(length)"])
        #expect(head.policies == [SampleScenario.policy])
        for method in [HTTPMethod.POST, .PUT, .PATCH, .DELETE, .OPTIONS] {
            let answer = try await sandbox.answer(SampleScenario.card, Asking(method: method))
            #expect(answer.status == 405)
            #expect(answer["Allow"] == ["GET, HEAD"])
            #expect(answer.policies == [SampleScenario.policy])
            #expect(answer.isPlaceholder)
        }
    }

    @Test("The health check, and paths that are not there")
    func otherPaths() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients)
        let health = try await sandbox.answer("/health")
        #expect(health.status == 200)
        #expect(health.body == "ok\n")
        let missing = try await sandbox.answer("/nowhere")
        #expect(missing.status == 404)
        #expect(missing.policies.isEmpty)
        #expect(missing.body.contains("<h1>404 Not Found</h1>"))
    }
}
