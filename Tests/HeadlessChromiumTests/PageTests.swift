import Foundation
import HeadlessChromium
import Testing

extension BrowserTests {
    @Test func seesMessagesAndErrors() async throws {
        let html =
            "<script>console.error('broken', 7, true); console.log({a: 1}); setTimeout(() => { throw new Error('late') })</script>"
        try await withPage(html: html) { page in
            let error = try await page.waitForMessage(containing: "late")
            #expect(error.source == .exception)
            #expect(error.level == "error")
            #expect(page.messages.contains(ConsoleMessage(source: .console, level: "error", text: "broken 7 true")))
        }
    }

    @Test func seesRefusalOfFrame() async throws {
        let answers: [String: LoopbackServer.Answer] = [
            "a.test/": .init(body: "<iframe src='http://b.test/x'></iframe>"),
            "b.test/x": .init(body: "", fields: ["Content-Security-Policy: frame-ancestors 'none'"]),
        ]
        try await withPage(answers) { page in
            let message = try await page.waitForMessage(containing: "frame-ancestors")
            #expect(message.source == .browser)
        }
    }

    @Test func seesRequestsWithTheirTypes() async throws {
        let answers: [String: LoopbackServer.Answer] = [
            "a.test/": .init(body: "", fields: ["Location: http://a.test/there"], status: "302 Found"),
            "a.test/there": .init(body: "<script src='s.js'></script><iframe src='http://b.test/f'></iframe>"),
            "b.test/f": .init(body: "<img src='i.png'>"),
        ]
        try await withPage(answers) { page in
            // The browser asks for the site's icon when it pleases.
            let requests = page.requests.filter { !$0.url.hasSuffix("/favicon.ico") }
            let seen = requests.map { "\($0.type) \($0.url)" }
            #expect(
                Set(seen) == [
                    "Document http://a.test/", "Document http://a.test/there", "Script http://a.test/s.js",
                    "Document http://b.test/f", "Image http://b.test/i.png",
                ])
            #expect(seen.count == 5)
        }
    }

    @Test func shootsWhatWasAskedFor() async throws {
        var options = BrowserOptions()
        options.width = 640
        options.height = 360
        try await withPage(html: "<body style='margin:0'><div style='height:1000px'></div>", options: options) { page in
            let png = try await page.screenshot()
            #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            #expect(Self.size(ofPNG: png) == [640, 360])
            #expect(Self.size(ofPNG: try await page.screenshot(wholePage: true)) == [640, 1000])
        }
    }

    @Test(arguments: [true, false])
    func tellsThePageOfDarkColours(prefersDark: Bool) async throws {
        var options = BrowserOptions()
        options.prefersDark = prefersDark
        try await withPage(html: "<p>x</p>", options: options) { page in
            let query = "matchMedia('(prefers-color-scheme: dark)').matches"
            let isDark = try await page.evaluate(query)
            #expect(isDark == .bool(prefersDark))
        }
    }

    @Test func readsAccessibilityTree() async throws {
        let html = "<title>t</title><h2>Course</h2><button aria-expanded=false>Buy</button><p hidden>no</p>"
        try await withPage(html: html) { page in
            let nodes = try await page.accessibilityTree()
            #expect(nodes.first?.role == "RootWebArea")
            let heading = try #require(nodes.first { $0.role == "heading" })
            #expect(heading.name == "Course")
            #expect(heading.properties["level"] == 2)
            let button = try #require(nodes.first { $0.role == "button" })
            #expect(button.name == "Buy")
            #expect(button.properties["expanded"] == false)
            #expect(button.depth > 0)
            #expect(!nodes.contains { $0.name == "no" })
        }
    }

    /// Width and height from the header of a PNG: its first chunk, eight bytes in.
    private static func size(ofPNG png: Data) -> [Int] {
        [16, 20].map { start in png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    }
}
