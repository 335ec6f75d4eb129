import Foundation
import OsteolintCore
import OsteolintRules
import Testing

@Suite("The pages in rules/")
struct RulePageTests {
    /// `rules/`, where `OSTEOLINT_RECORD=1` writes the pages again.
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "rules")
    private static let isRecording = ProcessInfo.processInfo.environment["OSTEOLINT_RECORD"] == "1"

    @Test("The pages say what the rules say")
    func pages() throws {
        var pages = ["README.md": RuleIndexPage(RuleRegistry.all).markdown]
        for rule in RuleRegistry.all {
            pages[rule.descriptor.id + ".md"] = RulePage(rule).markdown
        }
        if Self.isRecording { try record(pages) }
        for (name, text) in pages {
            let written = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            let isFresh = written == text
            #expect(isFresh, "rules/\(name) is stale: run the tests with OSTEOLINT_RECORD=1")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(pages.keys))
    }

    @Test("A caret stands below each mark")
    func carets() {
        let example = RuleExample("one of two", "<b>\n  ↓<i></i>↓<u>\n</b>", "<p>↓")
        let expected = [
            "<!-- page 1 -->", "<b>", "  <i></i><u>", "  ^      ^  ", "</b>", "<!-- page 2 -->", "<p>", "   ^",
        ]
        #expect(RulePage.listing(of: example) == expected)
    }

    @Test("Text is broken at the width, examples are not", arguments: RuleExamplesTests.ids)
    func text(_ id: String) throws {
        let rule = try #require(RuleRegistry.rule(id))
        let text = RulePage(rule).text(width: 72)
        let prose = text.split(separator: "\nExamples\n")[0]
        #expect(prose.split(separator: "\n").allSatisfy { $0.count <= 72 })
        #expect(text.hasPrefix("\(id) (\(rule.descriptor.severity.rawValue), "))
        #expect(!text.contains("↓"))
    }

    private func record(_ pages: [String: String]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        for (name, text) in pages {
            try text.write(to: Self.folder.appending(path: name), atomically: true, encoding: .utf8)
        }
    }
}
