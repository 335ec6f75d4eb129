import NIOHTTP1
import OsteocomAPI
import ProgramRuns
import Testing

@Suite("The checkout")
struct CheckoutTests {
    private static let checkout = "/checkout?" + SampleScenario.query
    private static let thanks =
        "/checkout/complete?clientId=kT4mRZ81qLwYc0dXaB2e&productId=546e0f2b8a9d4c17b3e6f059"

    @Test("It shows what is bought, says that nothing is sold, and cannot be framed")
    func page() async throws {
        let answer = try await Sandbox(SampleScenario.clients).answer(Self.checkout)
        #expect(answer.status == 200)
        #expect(answer.policies == ["frame-ancestors 'none'"])
        #expect(answer["Cache-Control"] == ["no-store"])
        #expect(answer.body.contains("<h1>Pelvic floor &amp; &quot;core&quot;</h1>"))
        #expect(answer.body.contains("School &lt;of&gt; movement"))
        #expect(answer.body.contains("€\u{A0}120"))
        #expect(answer.body.contains("nothing is sold here"))
        #expect(answer.body.contains(#"<form method="post">"#))
    }

    @Test("A purchase shows in product-status, and loading the page after it again buys nothing")
    func purchase() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients)
        let question = ProductStatusRequest.path + "?" + SampleScenario.query
        #expect(try await sandbox.answer(question).body == #"{"status":"Ok"}"#)
        let answer = try await sandbox.answer(Self.checkout, Asking(method: .POST))
        #expect(answer.status == 303)
        #expect(answer["Location"] == [Self.thanks])
        #expect(try await sandbox.answer(question).body == #"{"status":"AlreadyOwned"}"#)
        #expect(try await sandbox.answer(question + "2").body == #"{"status":"Ok"}"#)
        let thanks = try await sandbox.answer(Self.thanks)
        #expect(thanks.status == 200)
        #expect(thanks.policies == ["frame-ancestors 'none'"])
        #expect(thanks.body.contains("Thank you"))
        #expect(thanks.body.contains("My Courses"))
        let again = try await sandbox.answer(Self.checkout)
        #expect(again.body.contains("You have purchased this course already"))
        #expect(!again.body.contains("<form"))
        #expect(try await sandbox.answer(Self.checkout, Asking(method: .POST)).status == 303)
    }

    @Test(
        "Every fault gets the same neutral page, and buys nothing",
        arguments: ["/checkout", "/checkout/complete"], [HTTPMethod.GET, .POST])
    func faults(_ path: String, _ method: HTTPMethod) async throws {
        let sandbox = try await Sandbox(SampleScenario.manyClients)
        let product = "productId=546e0f2b8a9d4c17b3e6f059"
        let expected = try await sandbox.answer("/checkout").bytes
        for query in [
            "", "clientId=unknown&\(product)&partnerUserId=u", "clientId=offline-partner&\(product)&partnerUserId=u",
            "clientId=api-partner&\(product)&partnerUserId=u", "clientId=kT4mRZ81qLwYc0dXaB2e&partnerUserId=u",
            "clientId=kT4mRZ81qLwYc0dXaB2e&productId=5a7b1c3d4e5f60718293a4b5&partnerUserId=u",
        ] where path == "/checkout" || method == .GET {
            let answer = try await sandbox.answer("\(path)?\(query)", Asking(method: method))
            #expect(answer.status == 400, "\(query)")
            #expect(answer.bytes == expected, "\(query)")
            #expect(answer.policies == ["frame-ancestors 'none'"])
        }
    }

    @Test("No user's id is written into a page or the log")
    func privacy() async throws {
        let sandbox = try await Sandbox(SampleScenario.clients)
        let user = "planted-90817"
        let query = SampleScenario.query.replacing("u-1", with: user)
        var pages: [Answer] = []
        for target in ["/embed/x?", "/checkout?", ProductStatusRequest.path + "?"] {
            pages.append(try await sandbox.answer(target + query))
        }
        pages.append(try await sandbox.answer("/checkout?" + query, Asking(method: .POST)))
        pages.append(try await sandbox.answer("/checkout?" + query))
        #expect(pages.allSatisfy { !$0.body.contains(user) && !$0.headers.description.contains(user) })
        let log = try sandbox.process.errors()
        #expect(log.contains("POST /checkout?clientId="))
        #expect(!log.contains(user))
    }

    @Test("Other methods are 405")
    func methods() async throws {
        let answer = try await Sandbox(SampleScenario.clients).answer(Self.checkout, Asking(method: .DELETE))
        #expect(answer.status == 405)
        #expect(answer["Allow"] == ["GET, HEAD, POST"])
    }
}
