import ProgramRuns
import ReportSchema
import Testing

@Suite("A support bundle, judged again offline, comes to the audit's report byte for byte")
struct BundleReplayTests {
    private typealias Scenario = StatusScenario
    private let lms = "https://lms.partner.example"
    private let shop = "https://shop.partner.example"

    @Test(
        "Whatever the card's server answers",
        arguments: [
            "", "{ path: /embed/odd, status: 403 }", "{ path: /embed/odd, status: 404 }",
            "{ path: /embed/odd, status: 429, fields: [{ Retry-After: '3600' }] }",
            "{ path: /embed/odd, status: 503, times: 1 }", "{ path: /embed/odd, firewallPage: true }",
            "{ path: /embed/odd, emptyBody: true }", "{ path: /embed/odd, cutAfter: 20 }",
            "{ path: /embed/odd, bodySize: 9000000 }", "{ path: /embed/odd, redirectLoop: true }",
            "{ path: /embed/odd, redirect: /embed/course, redirectStatus: 301 }",
            "{ path: /embed/odd, redirect: 'https://evil.example/card?session=planted' }",
            "{ path: /embed/odd, noPolicy: true, fields: [{ X-Frame-Options: SAMEORIGIN }] }",
            "{ path: /embed/odd, noPolicy: true }",
            "{ path: /embed/odd, policies: ['frame-ancestors https: https://lms.partner.example/a', 'default-src *'] }",
            "{ path: /embed/odd, policies: ['frame-ancestors https://old.partner.example'] }",
            "{ path: /embed/odd, policies: [], reportOnly: 'frame-ancestors *' }",
            "{ path: /embed/odd, policyByReferer: reflect }", "{ path: /embed/*, policyByReferer: listed, vary: true }",
        ])
    func framing(_ behaviour: String) async throws {
        let site = try await AuditedSite(listed: [lms], behaviours: behaviour.isEmpty ? [] : [behaviour])
        try site.declare([lms, shop])
        try site.write("a.html", embeds: ["odd", "course"])
        try site.write("b.html", embeds: ["course", "odd"])
        let run = try await BundledAudit(site.sandbox)
        try await run.expectSame()
        #expect(try run.bundle()["judgedAgain"] == .bool(true))
    }

    @Test(
        "However it was asked",
        arguments: [
            ["--every-origin"], ["--ancestor-chain", "https://portal.example,https://lms.partner.example"],
            ["--ancestor-chain", "null"], ["--origin", "https://user:pw@a.example/"], ["--max-fetches", "2"],
            ["--origin", "lms.partner.example:8443"], ["--fail-on", "never"], ["--inconclusive", "pass"],
            ["--rule", "origin-not-allowed=note", "--rule", "framing-policy-broad=off"], ["--timeout", "0.25"],
        ])
    func questions(_ arguments: [String]) async throws {
        let site = try await AuditedSite(listed: [lms], behaviours: ["{ path: /embed/slow, drip: 1 }"])
        try site.declare([lms, shop, "'https://*.partner.example'"])
        try site.write("a.html", embeds: arguments[0] == "--timeout" ? ["slow", "one"] : ["one", "two"])
        let run = try await BundledAudit(site.sandbox, arguments + ["."])
        try await run.expectSame()
        #expect(try !run.text().contains("pw@"))
    }

    @Test("A page that was fetched by its URL")
    func page() async throws {
        let site = try await AuditedSite(
            listed: [lms, shop], more: "sites:\n  pages.localhost: pages\n",
            files: [
                "sandbox/pages/index.html": """
                <!DOCTYPE html><title>Course</title>
                <iframe title="Course" src="{{sandbox}}/embed/course?clientId=\(AuditedSite.client)&amp;\
                productId=\(AuditedSite.product)&amp;partnerUserId=anna%40ü.example"></iframe>
                """
            ])
        try site.declare([lms, shop])
        let page = "https://pages.localhost:\(site.port)"
        let run = try await BundledAudit(site.sandbox, ["\(page)/index.html", "\(page)/none.html?session=1"])
        try await run.expectSame()
        #expect(try run.bundle()["framing"]["pages"][0]["origin"].text == page)
    }

    @Test("Where a user's id in the policy decides, the report is shown as it was, and that is said")
    func maskedPolicy() async throws {
        let policy = "frame-ancestors https://\(AuditedSite.user)-one.example"
        let site = try await AuditedSite(listed: [], behaviours: ["{ path: /embed/one, policies: ['\(policy)'] }"])
        try site.declare([lms])
        try site.write("a.html", embeds: ["one"])
        let run = try await BundledAudit(site.sandbox)
        try await run.expectSame()
        #expect(try run.bundle()["judgedAgain"] == .bool(false))
        #expect(try await run.replay().errors.contains("is not judged again"))
        #expect(try !run.text().contains(AuditedSite.user))
    }

    @Test("Statuses of every kind, with and without the whole catalogue", arguments: ["", "api", "file"])
    func statuses(_ catalogue: String) async throws {
        let site = try await ProductSite("rateLimit: { requests: 8, seconds: 86400, retryAfter: seconds }")
        let origin = site.sandbox.origin
        try site.write("a.html", products: [Scenario.product, Scenario.unlistedProduct, Scenario.missingProduct])
        let clients = [Scenario.offlineClient, Scenario.apiClient, Scenario.unknownClient]
        try site.write("b.html", clients.map { Scenario.embed(origin, client: $0) })
        try site.write(
            "c.html",
            [
                Scenario.embed(origin, user: Scenario.owner), Scenario.embed(origin, user: "undefined"),
                Scenario.embed(origin, user: "ué-1 +x"), Scenario.embed(origin, product: "66d5796a"),
                Scenario.embed(origin, product: Scenario.otherProduct, user: "u-2"),
            ])
        try site.sandbox.folder.write(
            "site/catalogue.json", #"{"catalog": [{"idChannel": "\#(Scenario.product)", "title": "Course"}]}"#)
        let run = try await BundledAudit(
            site.sandbox,
            ["--max-wait", "0", "--client-id", Scenario.client]
                + (catalogue == "file" ? ["--catalog", "catalogue.json"] : []) + ["."],
            environment: ["OSTEOCOM_CLIENT_SECRET": catalogue == "api" ? Scenario.secret : ""])
        try await run.expectSame()
        #expect(try run.bundle()["judgedAgain"] == .bool(true))
        #expect(try run.bundle()["statuses"].items.isEmpty == false)
        #expect(try run.text().contains(Scenario.secret) == false)
    }

    @Test(
        "Statuses asked in another user's name, repeated words and answers that are not documented",
        arguments: [
            "", "body: '{\"status\": \"RegionRestricted\"}'", "body: '{\"status\": \"No nobody-1\"}'",
            "body: '<p>nobody-1'", "status: 503", "status: 429", "redirect: 'https://evil.example/?a=nobody-1'",
            "body: '{\"status\": \"InvalidInput\"}'",
        ])
    func oddStatuses(_ answer: String) async throws {
        let site = try await ProductSite(answer.isEmpty ? "" : "behaviours: [{ path: /api2/*, \(answer) }]")
        try site.write("a.html", products: [Scenario.product, Scenario.otherProduct])
        let run = try await BundledAudit(site.sandbox, ["--status-user", "nobody-1", "--max-wait", "0", "."])
        try await run.expectSame()
        #expect(try !run.text().contains("nobody-1"))
    }
}
