import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("A hostile site in every format")
struct HostileSiteTests {
    /// A format that has been written, with the findings of the JSON report to hold it against.
    private func written(_ format: String) async throws -> (text: String, findings: [JSONValue]) {
        let site = try HostileSite()
        let outcome = try await site.reports()
        #expect(outcome.status == 1)
        #expect(outcome.data.isEmpty)
        #expect(outcome.errors.unicodeScalars.allSatisfy { $0 == "\n" || !isHidden($0) })
        let report = try JSONValue(Data(try site.text("json").utf8))
        #expect(try JSONSchema.ofReports().faults(in: report) == [])
        let findings = report["findings"].items
        #expect(findings.count > 100)
        return (try site.text(format), findings)
    }

    /// Whether a terminal obeys a scalar, or nobody sees it.
    private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }

    private func hasOnlyVisibleText(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0 == "\n" || !isHidden($0) }
    }

    @Test("Text holds no control character but line feeds, and one headline for each finding at the most")
    func text() async throws {
        let (text, findings) = try await written("text")
        #expect(hasOnlyVisibleText(text))
        let lines = text.split(separator: "\n")
        let headlines = lines.filter { $0.firstMatch(of: #/^(error|warning|note)\[[a-z-]+\]: /#) != nil }
        #expect(!headlines.isEmpty && headlines.count <= findings.count)
        #expect(lines.allSatisfy { isOwn($0) })
        #expect(lines.last?.hasPrefix("failed: ") == true)
    }

    /// Whether a line of text begins as osteolint begins lines.
    private func isOwn(_ line: Substring) -> Bool {
        line.firstMatch(of: #/^(?:(?:error|warning|note|failure)\[[a-z-]+\]: | +(?:-->|\||=|[0-9]+ \|)|failed: )/#)
            != nil
    }

    @Test("JSON, SARIF and GitLab's JSON parse, with as many entries as there are findings")
    func json() async throws {
        let site = try HostileSite()
        _ = try await site.reports()
        let report = try JSONValue(Data(try site.text("json").utf8))
        let rules = Set(report["findings"].items.compactMap { $0["rule"].text })
        #expect(!rules.contains("owned"))
        for format in ["json", "sarif", "gitlab"] {
            let text = try site.text(format)
            #expect(hasOnlyVisibleText(text), "\(format)")
            guard !text.isEmpty else { continue }
            let value = try JSONValue(Data(text.utf8))
            let findings = report["findings"].items.count
            switch format {
            case "sarif": #expect(value["runs"][0]["results"].items.count == findings)
            case "gitlab": #expect(!value.items.isEmpty && value.items.count <= findings)
            default: #expect(value["summary"]["files"].integer == report["summary"]["files"].integer)
            }
        }
    }

    @Test("Each line for GitHub is a command of osteolint's own, with its file, rule and message")
    func github() async throws {
        let (text, findings) = try await written("github")
        #expect(hasOnlyVisibleText(text))
        let commands = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(GitHubCommand.init)
        #expect(commands.count == 11)
        let rules = Set(findings.compactMap { $0["rule"].text })
        let paths = Set(findings.compactMap { $0["path"].text }.map(visible))
        for command in commands.prefix(10) {
            let command = try #require(command)
            #expect(command.name == "error")
            #expect(rules.contains(command.properties["title"] ?? ""))
            #expect(paths.contains(command.properties["file"] ?? ""))
            #expect(Int(command.properties["line"] ?? "") != nil)
            #expect(
                Set(command.properties.keys).isSubset(
                    of: ["file", "line", "col", "endLine", "endColumn", "title"]))
            let isKnown = findings.contains { finding in
                command.message.hasPrefix(visible(finding["message"].text ?? "?"))
            }
            #expect(isKnown)
        }
        let last = try #require(commands.last ?? nil)
        #expect(last.name == "notice" && last.properties == ["title": "osteolint"])
        #expect(last.message.contains("the step's summary lists them; failed: "))
    }

    /// A text as osteolint shows it where control characters would be obeyed.
    private func visible(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            guard isHidden(scalar) else { return result.unicodeScalars.append(scalar) }
            result += scalar == "\t" ? " " : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }

    @Test(
        "XML is well-formed and has no element of a page's",
        .enabled("no xmllint") { try await ForeignProgram.xmllint.isThere() })
    func xml() async throws {
        let site = try HostileSite()
        _ = try await site.reports()

        #expect(try await ForeignProgram.xmllint.run("--noout", "out.xml", in: site.folder).status == 0)
        let names = ["testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out", "system-err"]
        let own = (names + ["properties", "property"]).map { "self::\($0)" }.joined(separator: " or ")
        let others = try await ForeignProgram.xmllint.run(
            "--xpath", "count(//*[not(\(own))]) + count(//processing-instruction())", "out.xml", in: site.folder)
        #expect(others.output.trimmingCharacters(in: .whitespacesAndNewlines) == "0")
    }

    @Test(
        "Markdown is rendered without a link, an image, a mention or a tag of a page's",
        .enabled("no markdown-it-py with linkify-it-py") {
            try await ForeignProgram.hasModules("markdown_it", "linkify_it")
        })
    func markdown() async throws {
        let site = try HostileSite()
        _ = try await site.reports()
        for file in ["out.md", "summary.md"] {
            #expect(hasOnlyVisibleText(try site.folder.text(file)))
            let reading = try await ForeignProgram.python.run("-c", ReaderScript.markdown, file, in: site.folder)
            #expect(reading.status == 0 && reading.errors.isEmpty, "\(reading.errors)")
            #expect(reading.output.contains("</script><script>alert(1)</script>"))
            #expect(reading.output.contains("[x](javascript:alert(1)).html:"))
            #expect(reading.output.contains("@admin #123.html:"))
            #expect(reading.output.contains("a|b`c``d.html:"))
        }
        #expect(try site.folder.read("out.md").count <= 65_536)
        #expect(try site.folder.read("summary.md").count <= 1 << 20)
    }

    @Test(
        "HTML has no element, address or event of a page's",
        .enabled("no python3") { try await ForeignProgram.python.isThere() })
    func html() async throws {
        let site = try HostileSite()
        _ = try await site.reports()
        let text = try site.text("html")
        guard !text.isEmpty else { return }
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !isHidden($0) })
        #expect(text.ranges(of: /<script/.ignoresCase()).count <= 2)
        let reading = try await ForeignProgram.python.run("-c", ReaderScript.html, "out.html", in: site.folder)
        #expect(reading.status == 0 && reading.errors.isEmpty, "\(reading.errors)")
        let inspected = try await Command(
            arguments: ["inspect", "out.html", "--format", "json"], folder: site.folder.root
        ).run()
        let document = try JSONValue(inspected.data)["documents"][0]
        #expect(document["path"].text == "out.html" && document["frames"].items.isEmpty)
    }
}
