import Foundation
import HeadlessChromium
import Testing

/// What runs a browser: one after the other, each test with a browser of its own.
@Suite(.serialized, .enabled(if: Chromium.find() != nil, Comment(rawValue: Chromium.missing)))
struct BrowserTests {
    static let chromium = Chromium.find()

    /// Opens `http://a.test/` of a server of its own, with every host name of `.test` on it.
    func withPage(
        _ answers: [String: LoopbackServer.Answer], options: BrowserOptions = BrowserOptions(),
        _ body: (BrowserPage) async throws -> Void
    ) async throws {
        let server = try LoopbackServer(answers)
        var options = options
        options.hostResolverRules = "MAP *.test:80 127.0.0.1:\(server.port)"
        let chromium = try #require(Self.chromium)
        try await chromium.withBrowser(options) { browser in
            try await body(browser.open("http://a.test/"))
        }
        withExtendedLifetime(server) {}
    }

    /// Opens a page that needs no server.
    func withPage(
        html: String, options: BrowserOptions = BrowserOptions(), _ body: (BrowserPage) async throws -> Void
    ) async throws {
        let chromium = try #require(Self.chromium)
        let data = Data("<!DOCTYPE html><meta charset=utf-8>\(html)".utf8).base64EncodedString()
        try await chromium.withBrowser(options) { browser in
            try await body(browser.open("data:text/html;base64,\(data)"))
        }
    }
}
