import HeadlessChromium
import Testing

extension BrowserTests {
    private static func shop(sandbox: String) -> [String: LoopbackServer.Answer] {
        [
            "a.test/": .init(
                body: """
                    <!DOCTYPE html><div style="height:2000px"></div>
                    <iframe \(sandbox) src="http://b.test/card" style="margin-left:90px;border:7px solid"></iframe>
                    """),
            "b.test/card": .init(body: "<p>card</p><iframe src='buy'></iframe>"),
            "b.test/buy": .init(body: "<a id=buy target=_top href='http://c.test/checkout'>Buy</a>"),
            "c.test/checkout": .init(body: "<p>checkout</p>"),
        ]
    }

    @Test func clickNavigatesTheTopFrame() async throws {
        try await withPage(["a.test/": .init(body: "<a href=/b>go</a>"), "a.test/b": .init(body: "there")]) { page in
            let top = try await page.waitForNavigation { try await page.click("a") }
            #expect(top.url == "http://a.test/b")
            #expect(top.text == "there")
            #expect(!top.isBlocked)
        }
    }

    @Test(arguments: [true, false])
    func clickInFrameNavigatesTheTopFrame(isolatesSites: Bool) async throws {
        var options = BrowserOptions()
        options.isolatesSites = isolatesSites
        let sandbox = "sandbox='allow-scripts allow-same-origin allow-top-navigation-by-user-activation'"
        try await withPage(Self.shop(sandbox: sandbox), options: options) { page in
            let buy = try await page.frame(at: "http://b.test/buy")
            let top = try await page.waitForNavigation { try await page.click("#buy", in: buy) }
            #expect(top.url == "http://c.test/checkout")
            #expect(top.text == "checkout")
            #expect(try await page.frames().count == 1)
        }
    }

    @Test func sandboxHoldsTheTopFrame() async throws {
        try await withPage(Self.shop(sandbox: "sandbox='allow-scripts allow-same-origin'")) { page in
            let buy = try await page.frame(at: "http://b.test/buy")
            try await page.click("#buy", in: buy)
            _ = try await page.waitForMessage(containing: "Unsafe attempt to initiate navigation")
            #expect(try await page.frames().first?.url == "http://a.test/")
        }
    }

    @Test func clickIsTheUsersActivation() async throws {
        let html =
            "<button onclick='log.push([event.isTrusted, navigator.userActivation.isActive])'>x</button><script>log = []</script>"
        try await withPage(html: html) { page in
            try await page.click("button")
            #expect(try await page.evaluate("log") == [[true, true]])
            await #expect(throws: BrowserError.self) { try await page.click("#missing") }
        }
    }

    @Test func keysReachTheFocus() async throws {
        let html = "<button onclick='hits++'>x</button><script>hits = 0</script>"
        try await withPage(html: html) { page in
            try await page.press("Tab")
            #expect(try await page.evaluate("document.activeElement.tagName") == "BUTTON")
            try await page.press("Enter")
            try await page.press(" ")
            #expect(try await page.evaluate("hits") == 2)
        }
    }
}
