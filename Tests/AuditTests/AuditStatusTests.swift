import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint audit: product status")
struct AuditStatusTests {
    private typealias Scenario = StatusScenario

    @Test("Each distinct product is asked once, and its finding stands at the embed")
    func distinct() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, Scenario.missingProduct])
        try site.write("b.html", products: [Scenario.missingProduct, Scenario.product])
        let outcome = try await site.audit()
        #expect(outcome.status == 1)
        #expect(try outcome.statuses() == ["Ok", "ProductNotFound"])
        #expect(try site.sandbox.statusRequests() == 2)
        let finding = try outcome.report()["findings"][0]
        #expect(finding["rule"].text == "status-product-not-found")
        #expect(finding["path"].text == "a.html")
        #expect(finding["line"] == .integer(3))
        #expect(finding["embed"] == .integer(1))
        #expect(finding["related"].items.map { $0["path"].text } == ["b.html"])
        #expect(finding["snippet"].text?.contains(Scenario.missingProduct) == true)
        #expect(!outcome.output.contains(Scenario.user))
    }

    @Test("What is faulty offline is not asked but listed")
    func faultyOffline() async throws {
        let site = try await ProductSite()
        let good = Scenario.embed(site.sandbox.origin)
        try site.write(
            "a.html",
            [
                good, good.replacing("&productId=\(Scenario.product)", with: ""),
                good.replacing(Scenario.product, with: "66d5796a"),
                good.replacing(Scenario.user, with: "undefined"), good.replacing(Scenario.user, with: ""),
                good.replacing("clientId=\(Scenario.client)&", with: ""),
                good.replacing("partnerUserId", with: "userId"),
            ])
        let outcome = try await site.audit()
        #expect(outcome.status == 1)
        #expect(try outcome.statuses() == ["Ok"])
        #expect(try site.sandbox.statusRequests() == 1)
        #expect(try outcome.skipReasons() == Array(repeating: "faulty-offline", count: 6))
    }

    @Test("A template's products can be asked about with a user that belongs to nobody")
    func template() async throws {
        let site = try await ProductSite(configuration: "")
        let url = Scenario.embed(site.sandbox.origin, user: "{{ user.id }}")
        try site.write("a.html", [url, url.replacing(Scenario.product, with: "{{ course }}")])
        let asked = try await site.audit("--rendering", "template", "--status-user", "nobody-1")
        #expect(asked.status == 0, "\(asked.output)")
        #expect(try asked.statuses() == ["Ok"])
        #expect(try asked.skipReasons() == ["template"])
        let silent = try await site.audit("--rendering", "template")
        #expect(try silent.statuses() == [])
        #expect(try silent.skipReasons() == ["template", "template"])
    }

    @Test("The bound on requests says something about every client, and names what was not asked")
    func bound() async throws {
        let site = try await ProductSite()
        let url = Scenario.embed(site.sandbox.origin)
        try site.write(
            "a.html",
            [
                url, url.replacing(Scenario.product, with: Scenario.otherProduct),
                url.replacing(Scenario.client, with: Scenario.offlineClient),
            ])
        let outcome = try await site.audit("--max-requests", "2")
        #expect(outcome.status == 1)
        #expect(try outcome.statuses() == ["Ok", "null", "InvalidClient"])
        #expect(try outcome.statuses("reason") == ["null", "request-limit", "null"])
        #expect(try site.sandbox.statusRequests() == 2)
        let failures = try outcome.report()["failures"].items
        #expect(failures.count == 1)
        #expect(failures[0]["subject"].text?.contains(Scenario.otherProduct) == true)
        #expect(failures[0]["message"].text?.contains("--max-requests") == true)
    }

    @Test("A rate limit is inconclusive, is not hammered at, and is gone on with next time")
    func resume() async throws {
        let site = try await ProductSite("rateLimit: { requests: 1, seconds: 86400, retryAfter: seconds }")
        try site.write("a.html", products: [Scenario.product, Scenario.otherProduct])
        let first = try await site.audit("--resume", "open.json", "--max-wait", "0")
        #expect(first.status == 2, "\(first.errors)")
        // Both go out at once; which of them comes first is not for us to say.
        let statuses = try first.statuses()
        #expect(statuses.sorted() == ["Ok", "null"])
        #expect(try first.report()["failures"].items.map { $0["reason"].text } == ["rate-limited"])
        #expect(try site.sandbox.statusRequests() == 2)
        let kept = try site.text("open.json")
        #expect(!kept.contains(Scenario.user) && !kept.contains(Scenario.client) && !kept.contains(Scenario.product))

        // The same sandbox lets nothing more through: what is known comes from the file.
        let second = try await site.audit("--resume", "open.json", "--max-requests", "0")
        #expect(try second.statuses() == statuses)
        #expect(try second.report()["statuses"].items.map { $0["attempts"] } == [.integer(0), .integer(0)])
    }

    @Test("The file of what is open is removed when nothing is open any more")
    func resumed() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, Scenario.otherProduct])
        #expect(try await site.audit("--resume", "open.json", "--max-requests", "1").status == 2)
        let second = try await site.audit("--resume", "open.json")
        #expect(second.status == 0)
        #expect(try second.statuses() == ["Ok", "Ok"])
        #expect(try site.sandbox.statusRequests() == 2)
        #expect(throws: (any Error).self) { try site.text("open.json") }
    }

    @Test("Answers that passed are cached, others are asked again")
    func cache() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, Scenario.missingProduct])
        #expect(try await site.audit("--cache", "cache.json").status == 1)
        let second = try await site.audit("--cache", "cache.json")
        #expect(second.status == 1)
        #expect(try second.statuses() == ["Ok", "ProductNotFound"])
        #expect(try second.report()["statuses"].items.map { $0["attempts"] } == [.integer(0), .integer(1)])
        #expect(try site.sandbox.statusRequests() == 3)
        let kept = try site.text("cache.json")
        #expect(!kept.contains(Scenario.user) && !kept.contains(Scenario.client) && !kept.contains(Scenario.product))
    }

    @Test("A file that is no cache is refused and left as it is", arguments: ["--cache", "--resume"])
    func foreignFile(_ option: String) async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product])
        try site.sandbox.folder.write("site/mine.json", "{\"mine\": true}")
        let outcome = try await site.audit(option, "mine.json")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("mine.json"), "\(outcome.errors)")
        #expect(try site.text("mine.json") == "{\"mine\": true}")
        #expect(try site.sandbox.statusRequests() == 0)
    }

    @Test("What a page writes of a status it cannot choose: only Osteocom's hosts are asked")
    func foreignHost() async throws {
        let site = try await ProductSite()
        try site.write(
            "a.html",
            [
                Scenario.embed("https://cards.osteocom.me"),
                Scenario.embed(site.sandbox.origin.replacing("localhost", with: "other.localhost")),
            ])
        let outcome = try await site.audit()
        #expect(try outcome.statuses() == [])
        #expect(try site.sandbox.statusRequests() == 0)
        #expect(try outcome.skipReasons().contains("host-refused"))
    }

    @Test("The same answers give the same bytes")
    func sameBytes() async throws {
        let site = try await ProductSite()
        try site.write("a.html", products: [Scenario.product, Scenario.missingProduct, Scenario.unlistedProduct])
        let first = try await site.audit("--jobs", "1")
        #expect(try await site.audit("--jobs", "4").data == first.data)
    }
}
