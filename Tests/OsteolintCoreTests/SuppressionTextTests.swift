import Testing

@testable import OsteolintCore

@Suite("What a comment says to osteolint")
struct SuppressionTextTests {
    private static func read(_ comment: String) -> SuppressionText? {
        let page = Array("<p>\(comment)".utf8)
        return SuppressionText.find(in: page, comment: 3..<page.count).flatMap { SuppressionText($0) }
    }

    @Test(
        "Directive, names and reason",
        arguments: [
            ("<!-- osteolint-disable-next-line a -->", SuppressionComment.Directive.disableNextLine, ["a"], nil),
            ("<!--osteolint-disable-next-line a b a-->", .disableNextLine, ["a", "b"], nil),
            ("<!--\n\tosteolint-disable\r\n a,b , c -- why\n not -->", .disable, ["a", "b", "c"], "why not"),
            ("<!-- osteolint-enable -->", .enable, [], nil),
            ("<!-- osteolint-enable a -- done--!>", .enable, ["a"], "done"),
            ("<!-- osteolint-disable a --->", .disable, ["a", "-"], nil),
            ("<!-- osteolint-disable a", .disable, ["a"], nil),
            ("<!-- osteolint- -->", .unknown(""), [], nil),
            ("<!-- Osteolint-Disable a -->", .unknown("Disable"), ["a"], nil),
            ("<!-- osteolint-disabled a -->", .unknown("disabled"), ["a"], nil),
        ] as [(String, SuppressionComment.Directive, [String], String?)])
    func reads(_ comment: String, _ directive: SuppressionComment.Directive, _ rules: [String], _ reason: String?) {
        let text = Self.read(comment)
        #expect(text?.directive == directive)
        #expect(text?.rules == rules)
        #expect(text?.reason == reason)
    }

    @Test(
        "Other comments say nothing to it",
        arguments: [
            "<!-- osteolint -->", "<!---->", "<!-->", "<!--->", "<!-- -->", "<!--", "<!-- a osteolint-disable b -->",
            "<!-- eslint-disable a -->", "<!--osteolin",
        ])
    func others(_ comment: String) {
        #expect(Self.read(comment) == nil)
    }

    @Test("Only the beginning of a long comment is read")
    func long() {
        let names = (0..<100_000).map { "rule-\($0)" }.joined(separator: " ")
        let text = Self.read("<!-- osteolint-disable \(names) -- reason -->")
        #expect(text?.rules.count == 100)
        #expect(text?.reason == nil)
        let name = Self.read("<!-- osteolint-disable \(String(repeating: "x", count: 10_000)) -->")?.rules.first
        #expect(name?.unicodeScalars.count == 61)
    }
}
