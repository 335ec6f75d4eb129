import OsteolintCore

/// Reports an embed that is loaded but that nobody sees.
struct EmbedHidden: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-hidden",
        topic: .element,
        summary: "Reports an embed that is hidden, or has no width or no height.",
        severity: .warning,
        rationale: """
            The card is loaded, but the visitor sees nothing: the frame or an element around it has hidden, \
            display:none or visibility:hidden, or the frame is 0 wide or high. A script may show it later; then \
            nothing is wrong.

            Only what the markup itself says is judged, an inline style before an attribute. Classes, opacity and \
            frames of one pixel are not.
            """,
        remedy: "Show the frame, with the size that the card needs.",
        references: [
            "HTML Standard, The hidden attribute, https://html.spec.whatwg.org/multipage/interaction.html",
            "HTML Standard, dimension attributes, https://html.spec.whatwg.org/multipage/embedded-content-other.html",
        ]
    )

    static let examples = [
        RuleExample("shown", example(#"width="100%" height="620""#)),
        RuleExample("hidden", "↓" + example("hidden")),
        RuleExample(
            "in something that is not displayed", #"<div style="display:none">↓"# + SampleEmbed.iframe + "</div>"),
        RuleExample("no height", "↓" + example(#"width="640" height="0""#)),
        RuleExample("no width by its style", "↓" + example(#"width="640" style="width: 0px""#)),
        RuleExample("the style wins over the attribute", example(#"height="0" style="height:620px""#)),
        RuleExample(
            "shown again", #"<div style="visibility:hidden">"# + example(#"style="visibility:visible""#) + "</div>"),
        RuleExample("one pixel, and transparent", example(#"width="1" height="1" style="opacity:0""#)),
        RuleExample("no width, but a least one", example(#"style="width:0;min-width:100%""#)),
    ]

    private static func example(_ attributes: String) -> String {
        """
        <iframe src="\(SampleEmbed.url)" title="Course"
          \(attributes)></iframe>
        """
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.loadedEmbeds.compactMap { embed, frame in
            let ancestors = page.element(of: frame)?.ancestors ?? []
            let boxes = [Box(frame)] + ancestors.map { Box($0, tag: page.startTag(of: $0)) }
            guard let reason = Self.reason(for: boxes) else { return nil }
            let message = "nobody sees this embed: \(reason.text)"
            let related = reason.box.tag.map { [page.place($0)] } ?? []
            return finding(message, at: embed.place, embed: embed, help: "show it, or delete it", related: related)
        }
    }

    /// Why a frame is not seen, by its own box, which is the first, and those around it.
    private static func reason(for boxes: [Box]) -> (text: String, box: Box)? {
        if let box = boxes.first(where: \.isNotDisplayed) {
            return ("\(box.name) has \(box.isHiddenByStyle ? "`display:none`" : "`hidden`")", box)
        }
        if let box = boxes.first(where: { $0.visibility != nil }), box.visibility != "visible" {
            return ("\(box.name) has `visibility:hidden`", box)
        }
        return boxes.first.flatMap { box in box.emptySide.map { ("its \($0) is 0", box) } }
    }
}
