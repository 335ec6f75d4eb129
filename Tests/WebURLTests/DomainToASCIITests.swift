import Testing
import WebURL

/// Internationalised domains against `toascii.json` of web-platform-tests.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.missing)))
struct DomainToASCIITests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let input: String
        let output: String?

        var testDescription: String { input.debugDescription }
    }

    /// Domains whose mapping came with Unicode data newer than that of ICU 72.
    private static let newerThanICU72: Set<String> = [
        "look\u{180E}out.net", "look\u{206B}out.net", "\u{4C0}.com", "\u{2183}.com", "\u{1E9E}.com",
        "\u{1E9E}.foo.com", "\u{2F868}.com",
    ]

    private static let all: [Case] = (try? SharedData.cases("toascii.json")) ?? []

    @Test func tableIsRead() {
        #expect(!Self.all.isEmpty)
    }

    @Test(arguments: all.filter { !newerThanICU72.contains($0.input) })
    func converts(_ test: Case) {
        expectOutput(of: test)
    }

    @Test(arguments: all.filter { newerThanICU72.contains($0.input) })
    func convertsWithNewerData(_ test: Case) {
        withKnownIssue("ICU 72 has older mapping data", isIntermittent: true) {
            expectOutput(of: test)
        }
    }

    private func expectOutput(of test: Case) {
        #expect(WebURL("https://\(test.input)/x")?.hostText == test.output)
    }
}
