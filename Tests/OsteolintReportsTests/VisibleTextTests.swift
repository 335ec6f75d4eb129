import OsteolintReports
import Testing

@Suite("Text made harmless for a terminal")
struct VisibleTextTests {
    @Test(
        "Characters",
        arguments: [
            ("plain, ünï, 日本, 😀", "plain, ünï, 日本, 😀"),
            ("a\tb", "a b"),
            ("a\nb\r\n", #"a\u{A}b\u{D}\u{A}"#),
            ("\u{0}\u{7}\u{1B}[31m\u{7F}\u{9B}", #"\u{0}\u{7}\u{1B}[31m\u{7F}\u{9B}"#),
            ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", #"a\u{202E}b\u{2066}c\u{200F}d\u{61C}"#),
            ("a\u{200B}b\u{AD}c\u{FEFF}\u{2060}", #"a\u{200B}b\u{AD}c\u{FEFF}\u{2060}"#),
            ("a\u{2028}b\u{2029}c\u{85}", #"a\u{2028}b\u{2029}c\u{85}"#),
            ("a\u{E0041}b", #"a\u{E0041}b"#),
            ("e\u{301}", "e\u{301}"),
        ])
    func characters(_ text: String, _ shown: String) {
        #expect(Array(VisibleText.visible(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test("Line feeds stay where they are osteolint's own")
    func lineFeeds() {
        #expect(VisibleText.visible("a\nb\u{7}\r\n", keepsLineFeeds: true) == "a\nb\\u{7}\\u{D}\n")
    }
}
