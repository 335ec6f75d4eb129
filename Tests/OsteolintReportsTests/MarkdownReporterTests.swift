import OsteolintCore
import OsteolintReports
import Testing

@Suite("The summary in Markdown")
struct MarkdownReporterTests {
    private static let rule = RuleDescriptor(
        id: "embed-hidden", topic: .element, summary: "An embed that nobody sees.", severity: .warning, rationale: "",
        remedy: "", references: [])
    private static let tool = ToolComponent(version: "1.2.3", rules: [rule])

    private func markdown(_ report: Report, limit: Int = MarkdownReporter.commentLimit) throws -> String {
        try rendered { MarkdownReporter(Self.tool, limit: limit).write(report, to: $0) }
    }

    /// The message of a finding in a summary, read as a renderer reads it.
    private func message(_ message: String) throws -> MarkdownSpans {
        let finding = SampleReport.finding("<p>", from: 1, to: 4, message: message)
        let text = try markdown(SampleReport.report([finding]))
        let start = "**warning** at `page.html:3:1`: "
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(start) })
        return MarkdownSpans(line.dropFirst(start.count))
    }

    @Test("A finding with all its parts")
    func finding() throws {
        let finding = SampleReport.finding(
            "one ``` three", from: 5, to: 8, message: "there is `sandbox` in it", help: "write a|b, or nothing",
            related: [Place(path: "other.html", range: nil)])
        let suppressed = {
            var finding = SampleReport.finding("x", from: 1, to: 2, message: "known")
            finding.suppression = .baseline
            return finding
        }()
        #expect(
            try markdown(SampleReport.report([finding, suppressed])) == #"""
                ## osteolint: passed

                **1 warning, 1 suppressed; no Osteocom embed in 2 pages.** Nothing has to be done; what is listed below is worth a look.

                | errors | warnings | notes | suppressed | could not be checked |
                |--:|--:|--:|--:|--:|
                | 0 | 1 | 0 | 1 | 0 |

                1 finding is known to the baseline or to a comment in the page, and not listed here.

                ### Findings

                | rule | errors | warnings | notes |
                |---|--:|--:|--:|
                | `embed-hidden` | 0 | 1 | 0 |

                #### `embed-hidden`

                An embed that nobody sees.

                **warning** at `page.html:3:5`: there is `sandbox` in it

                ````text
                   |
                 3 | one ``` three
                   |     ^^^
                ````

                To fix it: write `a|b`, or nothing

                See also `other.html`

                osteolint `1.2.3`

                """#)
    }

    @Test(
        "Whatever a renderer could see more in than text is code",
        arguments: [
            "[x](javascript:alert(1))", "![x](//evil.example/x.png)", "<script>alert(1)</script>", "<!-- x", "&lt;",
            "@admin", "a@b.example", "#123", "owner/repo#1", "GH-12", "!12", "$3", "%v1", "~bug", "&4", ":smile:",
            "https://evil.example", "www.evil.example", "evil.example", "mailto:a", "**bold**", "_x_", "~~x~~",
            "`x`y", "` `", "a`b", "``", "a\\", "x|y", "[ ]", "{+x+}", "0a1b2c3d4e5f", "\u{1B}[2J", "a\u{202E}b",
            "$`a`$",
        ])
    func dangerous(_ text: String) throws {
        for sentence in ["\(text) is here", "it is (\(text)), yes", "it is `\(text)`, yes", "ends in \(text)"] {
            let message = try message(sentence)
            let outside = message.plain.joined(separator: " ")
            #expect(outside.unicodeScalars.allSatisfy { !"@#/&<>[]|~$%_*\\`{}+=^".unicodeScalars.contains($0) })
            #expect(outside.firstMatch(of: /:\w|\w\.\w|-[0-9]|![0-9]/) == nil)
            let isShown = message.shown.replacing("`", with: "")
                .contains(VisibleText.visible(text).replacing("`", with: ""))
            #expect(isShown)
        }
    }

    @Test("Any text is shown as it is, with nothing but plain words outside of code")
    func random() throws {
        var generator = SeededNumbers(seed: 5)
        let alphabet = Array("ab1 ``@#:/.-_*<>&|()[]!\\\"',;$é")
        for _ in 0..<2000 {
            let text = String(
                (0..<Int.random(in: 1...24, using: &generator)).compactMap { _ in
                    alphabet.randomElement(using: &generator)
                })
            let message = try message("it is \(text)!")
            let outside = message.plain.joined(separator: "\u{0}")
            #expect(outside.firstMatch(of: /[@#\/&<>\[\]|$_*\\`]/) == nil, "\(text)")
            // Backticks round something are what makes it code; nothing else may get lost.
            let shown = message.shown.filter { $0 != "`" }
            #expect(shown == "it is \(text)!".filter { $0 != "`" }, "\(text)")
        }
    }

    @Test("A path is code, whatever is in it")
    func paths() throws {
        for path in ["a`b.html", "`.html", "a\nb|c.html", "@team/#1.html", "<img src=x onerror=1>.html"] {
            let finding = SampleReport.finding("<p>", from: 1, to: 4, path: path)
            let line = try #require(
                try markdown(SampleReport.report([finding])).split(separator: "\n")
                    .first { $0.hasPrefix("**warning** at ") })
            #expect(MarkdownSpans(line).code == [VisibleText.visible(path) + ":3:1"])
        }
    }

    @Test("A rule with many faults is folded, and a long report bounded, which is said")
    func bounds() throws {
        let findings = (1...3000).map { number in
            SampleReport.finding(
                "<iframe id=\(number)>", line: number, from: 1, to: 8,
                message: String(repeating: "`<\(number)` ", count: 20))
        }
        let report = SampleReport.report(findings)
        for limit in [MarkdownReporter.smallestLimit, MarkdownReporter.commentLimit, 1_000_000] {
            let text = try markdown(report, limit: limit)
            #expect(text.utf8.count <= limit)
            #expect(text.utf8.count > limit / 3)
            let shown = text.split(separator: "\n").count { $0.hasPrefix("**warning** at ") }
            #expect(text.contains("**\(3000 - shown) more faults of these rules are left out here; `--format text`"))
            #expect(text.contains("<details>\n<summary>2997 more</summary>\n\n**warning** at `page.html:4:1`"))
            #expect(text.ranges(of: "<details>").count == text.ranges(of: "</details>").count)
        }
    }

    @Test("What one rule has too much of does not hide another")
    func share() throws {
        var findings = (1...2000).map { SampleReport.finding("<p id=\($0)>", line: $0, from: 1, to: 2) }
        var last = SampleReport.finding("<b>", line: 9000, from: 1, to: 2, message: "the last of all")
        last.rule = "iframe-unclosed"
        findings.append(last)
        let text = try markdown(SampleReport.report(findings))
        #expect(text.contains("the last of all"))
        #expect(text.contains("| `embed-hidden` | 0 | 2000 | 0 |\n| `iframe-unclosed` | 0 | 1 | 0 |"))
    }

    @Test("Errors come before warnings, whatever their place")
    func order() throws {
        var error = SampleReport.finding("<b>", line: 9, from: 1, to: 2)
        error.rule = "z-last"
        error.severity = .error
        let text = try markdown(SampleReport.report([SampleReport.finding("<p>", from: 1, to: 2), error]))
        let first = try #require(text.firstRange(of: "#### `z-last`"))
        #expect(text[first.upperBound...].contains("#### `embed-hidden`"))
        #expect(text.contains("Fix the errors first"))
    }

    @Test("What could not be checked is said once for all that it is about")
    func failures() throws {
        let failures = (1...7).map { number in
            Failure(subject: "a|`\(number)`.html", reason: .unreadable, message: "permission denied by @root")
        }
        let text = try markdown(SampleReport.report([], failures: failures))
        #expect(text.hasPrefix("## osteolint: inconclusive\n\n**no findings, 7 failures; "))
        #expect(text.contains("See to what could not be checked, and run osteolint again."))
        #expect(text.contains("- **unreadable**: permission denied by `@root`\n  - ``a|`1`.html``\n"))
        #expect(text.contains("  - ``a|`5`.html``\n  - and 2 more\n"))
    }
}
