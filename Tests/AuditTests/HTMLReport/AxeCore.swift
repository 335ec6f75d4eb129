import Foundation
import HeadlessChromium
import Testing

/// The accessibility checker that `scripts/install-dependencies test` puts in place.
struct AxeCore {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".build/python/axe_playwright_python/axe.min.js")

    /// Whether it is there.
    static var isInstalled: Bool { FileManager.default.fileExists(atPath: file.path) }

    /// What a test says where it is not.
    static let missing = "no axe-core in .build/python; scripts/install-dependencies test fetches it"

    /// What is wrong with a page, a line for each rule that it breaks.
    ///
    /// The page's own policy lets no other script in, so the browser is told to run this one.
    static func violations(on page: BrowserPage) async throws -> [String] {
        try await page.evaluate(String(contentsOf: file, encoding: .utf8) + "; 0")
        let result = try await page.evaluate(
            """
            axe.run(document, { resultTypes: ["violations"] }).then((results) => results.violations.map((violation) =>
              `${violation.id}: ${violation.help}: ` + violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")))
            """)
        return result.items.compactMap(\.text)
    }
}
