import HeadlessChromium
import ProgramRuns
import Testing

extension HTMLReports {
    @Suite("The HTML report and assistive technology")
    struct HTMLAccessibilityTests {
        @Test(
            "axe-core finds nothing to object, in light and dark, wide and narrow",
            .enabled(if: AxeCore.isInstalled, Comment(rawValue: AxeCore.missing)),
            arguments: [(1280, false), (1280, true), (360, false), (360, true)])
        func axe(width: Int, isDark: Bool) async throws {
            let report = try await OpenedReport.ofPartnerSite()
            var options = BrowserOptions()
            options.width = width
            options.prefersDark = isDark
            try await report.open(options) { page in
                try await page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
                #expect(try await AxeCore.violations(on: page) == [])
            }
        }

        @Test("Landmarks, headings and controls have names, and headings leave out no level")
        func names() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                let tree = try await page.accessibilityTree()
                for role in ["banner", "navigation", "main", "search", "contentinfo"] {
                    #expect(tree.count { $0.role == role } == 1, "\(role)")
                }
                for role in ["heading", "region", "link", "checkbox", "combobox", "searchbox", "button", "article"] {
                    let nodes = tree.filter { $0.role == role }
                    #expect(!nodes.isEmpty, "\(role)")
                    #expect(nodes.allSatisfy { !$0.name.isEmpty }, "\(role)")
                }
                let levels = tree.filter { $0.role == "heading" }.compactMap { $0.properties["level"]?.number }
                #expect(levels.first == 1)
                #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
            }
        }
    }
}
