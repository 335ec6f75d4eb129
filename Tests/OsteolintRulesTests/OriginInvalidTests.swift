import OsteolintCore
import OsteolintRules
import Testing

@Suite("origin-invalid")
struct OriginInvalidTests {
    private func findings(_ origins: String..., setting: RuleSetting? = nil) throws -> [Finding] {
        let rule = try #require(RuleRegistry.rule("origin-invalid"))
        var configuration = Configuration()
        configuration.rules["origin-invalid"] = setting
        let linter = Linter(rules: [rule], configuration: configuration, masking: Masking(reveals: true))
        return linter.lintOrigins(SampleOrigin.judged(origins))
    }

    @Test("One finding an item, which names all problems and what to write")
    func wholeFinding() throws {
        let found = try findings("https://a.example", "LMS.partner.com/courses?x")
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.severity == .error)
        for problem in ["missing-scheme", "path", "query", "uppercase"] {
            #expect(finding.message.contains("(\(problem))"))
        }
        #expect(finding.help == "write https://lms.partner.com")
        #expect(finding.place == SampleOrigin.place(of: "LMS.partner.com/courses?x", line: 3))
        #expect(finding.snippet?.text == "  - LMS.partner.com/courses?x")
    }

    @Test(
        "Warnings alone are a warning",
        arguments: ["http://lms.partner.com", "HTTPS://lms.partner.com", "https://[::1]"])
    func warnings(_ origin: String) throws {
        #expect(try findings(origin).map(\.severity) == [.warning])
    }

    @Test("A duplicate names the first one's place")
    func duplicate() throws {
        let found = try findings("https://lms.partner.com", "https://a.example", "https://lms.partner.com:443")
        #expect(found.map(\.related) == [[SampleOrigin.place(of: "https://lms.partner.com", line: 2)]])
        #expect(found.first?.help == "leave it out here")
    }

    @Test(
        "Where no origin can be told, the help says how to write one", arguments: ["*", "", "https://h:99999", "null"])
    func noSuggestion(_ origin: String) throws {
        let help = try #require(try findings(origin).first?.help)
        #expect(help.contains("write"))
        #expect(!help.hasPrefix("write https://h"))
    }

    @Test(
        "No password reaches message or snippet",
        arguments: ["https://u:hunter2@h", "u:hunter2@h", "https://u:hun/ter2@h"])
    func password(_ origin: String) throws {
        let finding = try #require(try findings(origin).first)
        for text in [finding.message, finding.help ?? "", finding.snippet?.text ?? ""] {
            #expect(!text.contains("hunter2") && !text.contains("ter2"))
        }
        #expect(finding.snippet?.text.count == origin.count + 4)
    }

    @Test("The configuration's setting holds")
    func settings() throws {
        #expect(try findings("*", setting: .off).isEmpty)
        #expect(try findings("*", setting: .severity(.note)).map(\.severity) == [.note])
    }
}
