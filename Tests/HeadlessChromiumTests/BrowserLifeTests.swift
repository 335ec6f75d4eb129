import Foundation
import HeadlessChromium
import Testing

extension BrowserTests {
    private struct Stop: Error {}

    @Test func nothingIsLeftOfTheBrowser() async throws {
        let chromium = try #require(Self.chromium)
        let browser = try await chromium.start()
        _ = try await browser.open("data:text/html,<p>x</p>")
        #expect(Self.processes(of: browser.profilePath) > 1)
        await browser.close()
        #expect(Self.processes(of: browser.profilePath) == 0)
        #expect(!FileManager.default.fileExists(atPath: browser.profilePath))
        #expect(waitpid(browser.processID, nil, WNOHANG) == -1)
        await #expect(throws: BrowserError.self) { _ = try await browser.newPage() }
    }

    @Test func nothingIsLeftAfterFailure() async throws {
        let chromium = try #require(Self.chromium)
        var profile = ""
        await #expect(throws: Stop.self) {
            try await chromium.withBrowser { browser in
                profile = browser.profilePath
                throw Stop()
            }
        }
        #expect(!profile.isEmpty)
        #expect(Self.processes(of: profile) == 0)
        #expect(!FileManager.default.fileExists(atPath: profile))
    }

    @Test func nothingIsLeftOfBrowserThatNobodyCloses() async throws {
        let chromium = try #require(Self.chromium)
        var browser: Browser? = try await chromium.start()
        let profile = try #require(browser?.profilePath)
        let process = try #require(browser?.processID)
        browser = nil
        #expect(!FileManager.default.fileExists(atPath: profile))
        #expect(waitpid(process, nil, WNOHANG) == -1)
    }

    @Test func killedBrowserIsTold() async throws {
        let chromium = try #require(Self.chromium)
        try await chromium.withBrowser { browser in
            let page = try await browser.open("data:text/html,<p>x</p>")
            kill(browser.processID, SIGKILL)
            await #expect(throws: BrowserError.self) { _ = try await page.waitForMessage(containing: "never") }
            await #expect(throws: BrowserError.self) { _ = try await page.evaluate("1") }
        }
    }

    @Test func waitsHaveAnEnd() async throws {
        try await withPage(html: "<p>x</p>") { page in
            await #expect {
                _ = try await page.waitForMessage(containing: "never", within: .milliseconds(50))
            } throws: { error in
                guard case BrowserError.timedOut(_, _, let seen) = error else { return false }
                return seen.contains("data:text/html") && seen.contains("loaded")
            }
        }
    }

    /// How many processes that are not dead have a text on their command line.
    private static func processes(of profile: String) -> Int {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.count { number in
            let words = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return String(decoding: words, as: UTF8.self).contains(profile)
        }
    }
}
