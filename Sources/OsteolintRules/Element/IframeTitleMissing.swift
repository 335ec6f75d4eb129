import OsteolintCore

/// Reports an embed that has no name for those who cannot see it.
struct IframeTitleMissing: PageRule {
    static let descriptor = RuleDescriptor(
        id: "iframe-title-missing",
        topic: .element,
        summary: "Reports an embed without title, aria-label or aria-labelledby.",
        severity: .warning,
        rationale: """
            A screen reader announces a frame by its name. Without one it reads out the URL, or just "frame", and \
            nobody can tell whether to enter it. A name of nothing but white space is none, and aria-labelledby has \
            to point at an element with text.
            """,
        remedy: "Write title=\"…\" with what the card offers, such as the name of the course.",
        references: [
            "WCAG 2.2, success criteria 2.4.1 and 4.1.2, https://www.w3.org/TR/WCAG22/",
            "axe, rule frame-title, https://dequeuniversity.com/rules/axe/4.10/frame-title",
        ]
    )

    static let examples = [
        RuleExample("a title", SampleEmbed.iframe),
        RuleExample("no name at all", #"↓<iframe src="\#(SampleEmbed.url)"></iframe>"#),
        RuleExample("a title of white space", #"↓<iframe src="\#(SampleEmbed.url)" title=" "></iframe>"#),
        RuleExample(
            "a label that is not there",
            #"↓<iframe src="\#(SampleEmbed.url)" aria-labelledby="course-name"></iframe>"#
        ),
        RuleExample("a name by aria-label", #"<iframe src="\#(SampleEmbed.url)" aria-label="Course"></iframe>"#),
        RuleExample(
            "a heading is the name",
            """
            <h2 id="course-name">Pelvic floor</h2>
            <iframe src="\(SampleEmbed.url)" aria-labelledby="course-name"></iframe>
            """
        ),
    ]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.loadedEmbeds.compactMap { embed, frame in
            guard !hasName(frame, in: page) else { return nil }
            let message =
                "the frame has no name: neither `title` nor `aria-label` nor `aria-labelledby` gives it a text"
            return finding(
                message, at: embed.place, embed: embed, help: "write title=\"…\" with the name of the course",
                fix: fix(frame, in: page))
        }
    }

    /// A title that says whose frame it is, in any language; the name of the course is for a person to add.
    private func fix(_ frame: Frame, in page: Page) -> Fix? {
        guard let tag = StartTagEdits(frame, in: page), !frame.droppedAttributes.contains(where: { $0.name == "title" })
        else { return nil }
        let title = frame.attribute("title")
        return Fix([title.map { tag.setting($0, to: "Osteocom") } ?? tag.adding("title", "Osteocom")])
    }

    private func hasName(_ frame: Frame, in page: Page) -> Bool {
        let names = [frame.attribute("title"), frame.attribute("aria-label")].compactMap { $0?.value.text }
        guard !names.contains(where: isText) else { return true }
        guard let labels = frame.attribute("aria-labelledby")?.value.text else { return false }
        let ids = labels.split { " \t\n\u{C}\r".contains($0) }
        // A frame in a srcdoc document has its labels there, out of sight.
        guard page.element(of: frame) != nil else { return !ids.isEmpty }
        return ids.contains { id in page.tree.element(withID: String(id)).map(givesName) ?? false }
    }

    private func givesName(_ element: HTMLElement) -> Bool {
        let texts = [
            element.text, element.attribute("aria-label"), element.attribute("alt"), element.attribute("title"),
        ]
        return texts.contains { isText($0 ?? "") }
    }

    private func isText(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        }
    }
}
