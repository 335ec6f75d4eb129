import OsteolintCore

/// Reports an embed that the visitor reads as text.
struct EmbedEscaped: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-escaped",
        topic: .element,
        summary: "Reports an embed whose markup was escaped, so that it is shown as text.",
        severity: .warning,
        rationale: """
            An editor or a template wrote &lt;iframe in place of <iframe. The visitor reads the markup, with the \
            visitor's own id in it, where the card should be. Markup that is quoted on purpose, in pre, code, samp or \
            kbd, is left alone.
            """,
        remedy: "Insert the embed as markup: in the editor's source view, or without the template's escaping.",
        references: [References.parsing]
    )

    static let examples = [
        RuleExample("markup", SampleEmbed.iframe),
        RuleExample("markup that was escaped", "<p>↓\(escaped)</p>"),
        RuleExample("in a list", "<ul><li><strong>Course:</strong> ↓\(escaped)</li></ul>"),
        RuleExample(
            "escaped, with the quotes that an editor made typographic",
            #"<p>↓&lt;iframe src=&#8221;\#(SampleEmbed.url)&#8243; title=&#8221;Course&#8221;&gt;&lt;/iframe&gt;</p>"#),
        RuleExample("code that is shown on purpose", "<pre><code>\(escaped)</code></pre>"),
        RuleExample("a name in code", "<p>Insert <code>\(escaped)</code> into the page.</p>"),
    ]

    private static let escaped = #"&lt;iframe src="\#(SampleEmbed.url)" title="Course"&gt;&lt;/iframe&gt;"#
    private static let quotingElements: Set = ["pre", "code", "samp", "kbd"]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.frames.filter { $0.context == "text" && !isQuoted(page.element(of: $0)) }.map { frame in
            let message = "the visitor reads this embed as text: its `<` was written as a character reference"
            let help = "write <\(frame.element) with a plain <, and straight quotes round its URL"
            return finding(message, at: page.place(frame.tag), embed: page.embed(of: frame), help: help)
        }
    }

    private func isQuoted(_ element: HTMLElement?) -> Bool {
        guard let element else { return false }
        return ([element] + element.ancestors).contains { $0.isHTML && Self.quotingElements.contains($0.name) }
    }
}
