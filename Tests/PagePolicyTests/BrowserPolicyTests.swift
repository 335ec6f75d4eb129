import Foundation
import HeadlessChromium
import Testing

/// The browser has the last word about what a page's policies let load.
@Suite("A real browser and page policies", .enabled(if: Chromium.find() != nil, Comment(rawValue: Chromium.missing)))
struct BrowserPolicyTests {
    private static let isRecording = ProcessInfo.processInfo.environment["OSTEOLINT_RECORD"] == "1"

    /// One row in so many is asked again.
    private static let step = 10

    @Test("The browser that is installed decides as the recorded table says, or the table is written again")
    func table() async throws {
        if Self.isRecording {
            try PagePolicyCase.write(try await PagePolicyBrowser.decided(PagePolicyCases().all))
            return
        }
        // All of it takes minutes.
        let table = try PagePolicyCase.table().enumerated().filter { $0.offset % Self.step == 0 }.map(\.element)
        for (recorded, seen) in zip(table, try await PagePolicyBrowser.decided(table)) {
            #expect(seen.verdict == recorded.verdict, "\(recorded.id)")
        }
    }
}
