import OsteolintCore
import WebURL

/// Reports an attribute that a browser drops, since the frame has one of the same name before it.
struct AttributeDuplicated: PageRule {
    static let descriptor = RuleDescriptor(
        id: "attribute-duplicated",
        topic: .element,
        summary: "Reports a second attribute of the same name on an embed.",
        severity: .warning,
        rationale: """
            A browser keeps the first attribute of a name and drops the others. When the URL of the card stands in the \
            second src, the card is never loaded; when it stands in the first, whatever the second one was meant to \
            change is not changed.
            """,
        remedy: "Keep one of them.",
        references: [References.parsing + "#attribute-name-state"]
    )

    static let examples = [
        RuleExample("each attribute once", SampleEmbed.iframe),
        RuleExample(
            "a second src",
            #"<iframe src="\#(SampleEmbed.url)" title="Course" ↓src="about:blank"></iframe>"#
        ),
        RuleExample(
            "the card is in the second src",
            #"<iframe src="about:blank" title="Course" ↓SRC="\#(SampleEmbed.url)"></iframe>"#
        ),
        RuleExample(
            "a second title",
            #"<iframe title="Course" src="\#(SampleEmbed.url)" ↓title="Pelvic floor"></iframe>"#
        ),
        RuleExample(
            "src and data-src are two names",
            #"<iframe src="\#(SampleEmbed.url)" title="Course" data-src="about:blank"></iframe>"#
        ),
        RuleExample(
            "somebody else's frame",
            #"<iframe src="https://player.example/v/7" title="Trailer" title="Video"></iframe>"#
        ),
    ]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.frames.flatMap { frame -> [Finding] in
            guard frame.state != .inert, !frame.droppedAttributes.isEmpty else { return [] }
            let embed = page.embed(of: frame)
            guard embed != nil || frame.droppedAttributes.contains(where: { isEmbed($0, in: site) }) else { return [] }
            return findings(for: frame, embed, in: page, site)
        }
    }

    /// One finding a name, at the second attribute of it; further ones are related.
    private func findings(for frame: Frame, _ embed: Embed?, in page: Page, _ site: Site) -> [Finding] {
        let dropped = Dictionary(grouping: frame.droppedAttributes, by: \.name)
        var names: Set<String> = []
        return frame.droppedAttributes.filter { names.insert($0.name).inserted }.map { second in
            let others =
                [frame.attribute(second.name)].compactMap { $0 } + dropped[second.name, default: []].dropFirst()
            return finding(
                "a browser ignores this second `\(second.name)`",
                at: page.place(second.range),
                embed: embed,
                help: "keep one \(second.name)",
                related: others.map { page.place($0.range) },
                fix: fix(second.name, of: frame, in: page, site)
            )
        }
    }

    /// Takes out what browsers drop, unless it looks like what was meant: the card's URL, or the only text.
    private func fix(_ name: String, of frame: Frame, in page: Page, _ site: Site) -> Fix? {
        guard let tag = StartTagEdits(frame, in: page), let first = frame.attribute(name) else { return nil }
        let dropped = frame.droppedAttributes.filter { $0.name == name }
        let isMeant = dropped.contains { second in
            first.value.text.allSatisfy(\.isWhitespace) && !second.value.text.allSatisfy(\.isWhitespace)
                || isEmbed(second, in: site) && second.value.text != first.value.text
        }
        return isMeant ? nil : Fix(dropped.map(tag.removing))
    }

    private func isEmbed(_ attribute: FrameAttribute, in site: Site) -> Bool {
        let holdsURL = attribute.name == "src" || attribute.name == "data" || DeferredSource.holdsURL(attribute.name)
        guard holdsURL, let url = WebURL(attribute.value.text, base: WebURL("https://partner.invalid/")) else {
            return false
        }
        return OsteocomHost.isEmbed(url, in: site.configuration)
    }
}
