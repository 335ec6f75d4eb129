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

    private static let all: [Case] = (try? SharedData.cases("toascii.json")) ?? []

    @Test func tableIsRead() {
        #expect(!Self.all.isEmpty)
    }

    @Test(arguments: all)
    func converts(_ test: Case) {
        #expect(WebURL("https://\(test.input)/x")?.hostText == test.output)
    }
}
