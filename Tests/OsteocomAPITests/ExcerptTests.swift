import OsteocomAPI
import Testing

@Suite("Excerpts of what a server sent")
struct ExcerptTests {
    @Test(
        "are one line of visible characters",
        arguments: [
            ("a\r\n\t b ", "a b"), ("\u{1B}[31mred\u{202E}", "·[31mred·"), ("e\u{301}", "e·"), ("ä日", "ä日"), ("", ""),
        ])
    func visible(text: String, expected: String) {
        #expect(Excerpt.of(text) == expected)
    }

    @Test("end after 60 characters, however long the text is")
    func long() {
        let exact = String(repeating: "x", count: 60)
        #expect(Excerpt.of(exact) == exact)
        #expect(Excerpt.of(exact + "x") == exact + "…")
        #expect(Excerpt.of("a" + String(repeating: "\u{301}", count: 1_000_000)).unicodeScalars.count == 61)
    }

    @Test("show nothing of what is hidden, not even of one that is cut in two")
    func hidden() {
        let text = String(repeating: "x", count: 55) + "user-12345"
        #expect(Excerpt.of(text, hiding: ["user-12345", ""]) == String(repeating: "x", count: 55) + "***")
        #expect(Excerpt.of("aXbXc", hiding: ["X"]) == "a***b***c")
    }
}
