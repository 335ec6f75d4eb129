import HeadlessChromium
import ProgramRuns
import Testing

/// The sandbox's card in a partner's page, as a customer sees it.
@Suite(
    "The card in a real browser", .serialized,
    .enabled(if: Chromium.find() != nil, Comment(rawValue: Chromium.missing)))
struct CardInBrowserTests {
    private static let partner = "https://lms.partner.example"
    private static let path = "/api2/embed/content-licensing/product-status"

    /// A partner's page with a frame, and what else the scenario says.
    private func site(
        product: String = AuditedSite.product, sandbox: String? = nil, behaviours: [String] = [], more: String = ""
    ) async throws -> AuditedSite {
        let query = "clientId=\(AuditedSite.client)&amp;productId=\(product)&amp;partnerUserId=\(AuditedSite.user)"
        let tokens = sandbox.map { #" sandbox="\#($0)""# } ?? ""
        let page = """
            <!DOCTYPE html><title>Lesson</title><h1>Lesson</h1>
            <iframe title="Course" width="400" height="400"\(tokens) src="{{sandbox}}/embed/course?\(query)"></iframe>
            """
        return try await AuditedSite(
            listed: [Self.partner], behaviours: behaviours, more: more + "sites: { lms.partner.example: pages }\n",
            files: ["sandbox/pages/index.html": page])
    }

    /// The card in the partner's page, once it has its answer.
    private func card(of page: BrowserPage, _ site: AuditedSite) async throws -> (state: String?, frame: BrowserFrame) {
        let state = try await page.card(in: try await page.frame(at: site.origin))
        return (state, try await page.frame(at: site.origin))
    }

    @Test("Buy takes the whole tab to the checkout; once bought, the card says so")
    func purchase() async throws {
        let site = try await site()
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            let before = try await card(of: page, site)
            #expect(before.state == "available")
            #expect(before.frame.text?.contains("€\u{A0}0") == true)
            #expect(before.frame.text?.contains("Already purchased") == false)

            let checkout = try await page.waitForNavigation {
                try await page.click("section.available a", in: before.frame)
            }
            #expect(checkout.url.hasPrefix("\(site.origin)/checkout?clientId="))
            #expect(checkout.url.hasSuffix("&partnerUserId=\(AuditedSite.user)"))
            #expect(checkout.text?.contains("nothing is sold here") == true)
            #expect(checkout.text?.contains(AuditedSite.user) == false)
            #expect(try await page.frames().count == 1)

            let thanks = try await page.waitForNavigation { try await page.click("button") }
            #expect(thanks.url.hasPrefix("\(site.origin)/checkout/complete?"))
            #expect(!thanks.url.contains(AuditedSite.user))
            #expect(thanks.text?.contains("Thank you") == true)

            try await page.open(Self.partner)
            let after = try await card(of: page, site)
            #expect(after.state == "purchased")
            #expect(after.frame.text?.contains("Already purchased") == true)
            #expect(after.frame.text?.contains("My Courses") == true)
            #expect(after.frame.text?.contains("Buy") == false)
        }
        #expect(try !site.sandbox.process.errors().contains(AuditedSite.user))
    }

    @Test("A purchase over the API shows in the card; taken back, the course is available again")
    func purchaseOverAPI() async throws {
        let site = try await site()
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            #expect(try await card(of: page, site).state == "available")

            let product = "{ productId: '\(AuditedSite.product)', price: 80 }"
            try await page.open(site.origin + "/health")
            let key = try await call("contentAccessAuthorization", "products: [\(product)]", "token", in: page)
            #expect(key?.split(separator: ".").count == 3)
            try await page.open(Self.partner)
            #expect(try await card(of: page, site).state == "purchased")

            try await page.open(site.origin + "/health")
            let user = try await call("revocateActivation", "channelId: '\(AuditedSite.product)'", "userId", in: page)
            #expect(user == AuditedSite.user)
            try await page.open(Self.partner)
            #expect(try await card(of: page, site).state == "available")
        }
    }

    /// A call of the API for the user, from a page of the sandbox's own; what a member of its answer says.
    private func call(
        _ name: String, _ members: String, _ member: String, in page: BrowserPage
    ) async throws -> String? {
        let script = """
            (async () => {
              const call = async (name, body, token) => (await fetch("/sv6/contentLicensing_" + name, {
                method: "POST", headers: token ? { Authorization: "Bearer " + token } : {},
                body: JSON.stringify({ clientId: "\(AuditedSite.client)", ...body }),
              })).json();
              const { token } = await call("login", { clientSecret: "\(AuditedSite.secret)" });
              return (await call("\(name)", { userId: "\(AuditedSite.user)", \(members) }, token))["\(member)"];
            })()
            """
        return try await page.evaluate(script).text
    }

    @Test("Back from the checkout without buying, or by the keyboard alone")
    func keyboard() async throws {
        let site = try await site()
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            #expect(try await card(of: page, site).state == "available")
            let checkout = try await page.waitForNavigation {
                try await page.press("Tab")
                try await page.press("Enter")
            }
            #expect(checkout.url.hasPrefix("\(site.origin)/checkout?"))
            let back = try await page.waitForNavigation { try await page.evaluate("history.back()") }
            #expect(back.url.hasPrefix(Self.partner))
            #expect(try await card(of: page, site).state == "available")
        }
    }

    @Test(
        "A sandbox without a top-navigation token shows the card, and keeps Buy from navigating",
        arguments: ["allow-scripts allow-same-origin", "allow-scripts allow-same-origin allow-forms allow-popups"])
    func sandboxed(_ tokens: String) async throws {
        let site = try await site(sandbox: tokens)
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            let card = try await card(of: page, site)
            #expect(card.state == "available")
            try await page.click("section.available a", in: card.frame)
            _ = try await page.waitForMessage(containing: "allow-top-navigation")
            #expect(try await page.frame(at: Self.partner).parent == nil)
            #expect(!page.requests.contains { $0.url.contains("/checkout") })
        }
    }

    @Test("A sandbox with a token that needs a click lets Buy navigate")
    func sandboxedWithActivation() async throws {
        let site = try await site(sandbox: "allow-scripts allow-same-origin allow-top-navigation-by-user-activation")
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            let card = try await card(of: page, site)
            let checkout = try await page.waitForNavigation {
                try await page.click("section.available a", in: card.frame)
            }
            #expect(checkout.url.hasPrefix("\(site.origin)/checkout?"))
        }
    }

    @Test(
        "Without scripts, or without its origin, the card is the placeholder",
        arguments: ["", "allow-same-origin allow-forms", "allow-scripts"])
    func withoutScripts(_ tokens: String) async throws {
        let site = try await site(sandbox: tokens)
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            var frame = try await page.frame(at: site.origin)
            if tokens.contains("allow-scripts") {
                #expect(try await page.card(in: frame) == "unavailable")
                frame = try await page.frame(at: site.origin)
            }
            #expect(frame.text == Self.placeholder)
        }
    }

    private static let placeholder = "Content unavailable\n\nThis content cannot be shown at the moment."

    @Test("Every fault of the answer shows the same placeholder")
    func unavailable() async throws {
        let faults = [
            "status: 429", "status: 503", "status: 403, body: '{\"status\":\"Ok\"}'", "firewallPage: true",
            "body: '{\"status\":\"Rented\"}'", "body: '{\"status\":\"constructor\"}'", "body: '[]'", "body: 'null'",
            "emptyBody: true", "cutAfter: 5", "redirect: 'https://nowhere.invalid/'",
        ]
        let site = try await site(behaviours: faults.map { "{ path: \(Self.path), times: 1, \($0) }" })
        try await site.chromium { browser in
            let page = try await browser.newPage()
            for fault in faults {
                try await page.open(Self.partner)
                let card = try await card(of: page, site)
                #expect(card.state == "unavailable", "\(fault)")
                #expect(card.frame.text == Self.placeholder, "\(fault)")
                #expect(try await page.evaluate("document.title", in: card.frame) == "Content unavailable")
            }
            try await page.open(Self.partner)
            #expect(try await card(of: page, site).state == "available")
        }
    }

    @Test("A product that is not there shows the placeholder, even where product-status says Ok")
    func disclosure() async throws {
        let site = try await site(
            product: "000000000000000000000001",
            behaviours: ["{ path: \(Self.path), times: 1, body: '{\"status\":\"Ok\"}' }"])
        try await site.chromium { browser in
            let page = try await browser.newPage()
            for _ in 0..<2 {
                try await page.open(Self.partner)
                let card = try await card(of: page, site)
                #expect(card.state == "unavailable")
                #expect(card.frame.text == Self.placeholder)
            }
        }
    }

    @Test("Once the limit is hit, the card is unavailable")
    func rateLimit() async throws {
        let site = try await site(more: "rateLimit: { requests: 2, seconds: 3600 }\n")
        try await site.chromium { browser in
            let page = try await browser.newPage()
            var states: [String?] = []
            for _ in 0..<3 {
                try await page.open(Self.partner)
                states.append(try await card(of: page, site).state)
            }
            #expect(states == ["available", "available", "unavailable"])
        }
    }

    @Test("Until the answer is there the card says that it loads, and nothing moves when it comes")
    func loading() async throws {
        let site = try await site(behaviours: ["{ path: \(Self.path), delay: 3600 }"])
        try await site.chromium { browser in
            let page = try await browser.open(Self.partner)
            let frame = try await page.frame(at: site.origin)
            #expect(try await page.evaluate("document.documentElement.dataset.osteocomCard", in: frame) == "loading")
            #expect(frame.text == "Loading the course…")
            let heights = """
                ["loading", "available", "purchased", "unavailable"].map((state) => {
                  document.documentElement.dataset.osteocomCard = state;
                  return document.querySelector("main").getBoundingClientRect().height;
                })
                """
            let measured = try await page.evaluate(heights, in: frame).items.compactMap(\.number)
            #expect(measured.count == 4)
            #expect(Set(measured).count == 1)
        }
    }
}
