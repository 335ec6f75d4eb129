import HeadlessChromium
import Testing

extension BrowserTests {
    private static let embeds: [String: LoopbackServer.Answer] = [
        "a.test/": .init(
            body: """
                <!DOCTYPE html><p>course</p><iframe src="http://b.test/card"></iframe>
                <iframe src="http://b.test/none"></iframe><iframe src="http://b.test/outer?x#y"></iframe>
                """),
        "b.test/card": .init(
            body: "<p>the card</p>", fields: ["Content-Security-Policy: frame-ancestors http://a.test"]),
        "b.test/none": .init(body: "<p>never</p>", fields: ["Content-Security-Policy: frame-ancestors 'none'"]),
        "b.test/outer": .init(body: "<p>outer</p><iframe src='http://c.test/inner'></iframe>"),
        "c.test/inner": .init(body: "<p>inner</p>", fields: ["X-Frame-Options: SAMEORIGIN"]),
    ]

    @Test(arguments: [true, false])
    func tellsBlockedFramesFromOthers(isolatesSites: Bool) async throws {
        var options = BrowserOptions()
        options.isolatesSites = isolatesSites
        try await withPage(Self.embeds, options: options) { page in
            let frames = try await page.frames()
            let byURL = Dictionary(frames.map { ($0.url, $0) }) { first, _ in first }
            #expect(frames.count == 5)
            let card = try #require(byURL["http://b.test/card"])
            #expect(!card.isBlocked)
            #expect(card.text == "the card")
            #expect(card.failure == nil)
            #expect(card.isOutOfProcess == isolatesSites)
            #expect(card.parent == page.topFrame)
            let none = try #require(byURL["http://b.test/none"])
            #expect(none.isBlocked)
            #expect(none.text == nil)
            #expect(none.failure?.contains("ERR_BLOCKED_BY_RESPONSE") == true)
            let outer = try #require(byURL["http://b.test/outer?x#y"])
            #expect(outer.text?.contains("outer") == true)
            let inner = try #require(byURL["http://c.test/inner"])
            #expect(inner.isBlocked)
            #expect(inner.parent == outer.id)
        }
    }

    @Test func evaluatesInFrames() async throws {
        try await withPage(Self.embeds) { page in
            let card = try await page.frame(at: "http://b.test/card")
            #expect(try await page.evaluate("location.host", in: card) == "b.test")
            #expect(try await page.evaluate("location.host") == "a.test")
            #expect(try await page.evaluate("Promise.resolve([1, true, null, 'x'])") == [1, true, .null, "x"])
            await #expect(throws: BrowserError.self) { try await page.evaluate("nothing.at.all") }
        }
    }

    @Test func readsFramesWithoutScripts() async throws {
        try await withPage(html: "<iframe sandbox srcdoc='<p>still text</p>'></iframe>") { page in
            let frame = try #require(try await page.frames().last)
            #expect(frame.url == "about:srcdoc")
            #expect(frame.text == "still text")
        }
    }

    @Test func seesFramesThatAreMadeLater() async throws {
        try await withPage(Self.embeds) { page in
            try await page.evaluate("{ document.querySelector('iframe').remove(); document.body.innerHTML += '<hr>' }")
            try await page.evaluate(
                "new Promise(done => { const f = document.createElement('iframe'); f.onload = () => done(1);"
                    + " f.src = 'http://c.test/inner'; document.body.append(f) })")
            try await page.waitUntilLoaded()
            let last = try #require(try await page.frames().last)
            #expect(last.url == "http://c.test/inner" || last.parent != page.topFrame)
            #expect(try await page.frames().filter { $0.url == "http://b.test/card" }.isEmpty)
        }
    }

    @Test func refusesTopPageThatIsNotThere() async throws {
        let chromium = try #require(Self.chromium)
        var options = BrowserOptions()
        options.hostResolverRules = "MAP * ~NOTFOUND"
        try await chromium.withBrowser(options) { browser in
            _ = await #expect {
                _ = try await browser.open("http://nowhere.test/")
            } throws: { error in
                guard case BrowserError.notLoaded(let url, let reason) = error else { return false }
                return url == "http://nowhere.test/" && reason.contains("ERR_NAME_NOT_RESOLVED")
            }
        }
    }
}
