import OsteolintCore

/// Reports an `iframe` without end tag that swallows what follows.
struct IframeUnclosed: PageRule {
    static let descriptor = RuleDescriptor(
        id: "iframe-unclosed",
        topic: .element,
        summary: "Reports an iframe that is not closed and swallows what follows it.",
        severity: .error,
        rationale: """
            Everything between <iframe> and </iframe> is text to a browser, and a slash before the > changes nothing: \
            HTML has no self-closing iframe. Whatever follows one that is not closed is gone, up to the end tag of \
            the next frame, or to the end of the page: the next card, the rest of the text, the footer.
            """,
        remedy: "Write </iframe> right behind the start tag.",
        references: [References.parsing + "#parsing-main-inbody", References.iframe]
    )

    static let examples = [
        RuleExample("two frames, both closed", SampleEmbed.iframe + "\n" + foreign + "></iframe>"),
        RuleExample(
            "a player that is written like an empty element swallows the card",
            "↓" + foreign + "/>\n" + SampleEmbed.iframe
        ),
        RuleExample(
            "a card swallows the text behind it",
            #"↓<iframe src="\#(SampleEmbed.url)" title="Course" /><p>Questions? Write to us.</p>"#
        ),
        RuleExample(
            "a card swallows another card",
            #"↓<iframe src="\#(SampleEmbed.testURL)" title="Course">"# + "\n" + SampleEmbed.iframe
        ),
        RuleExample(
            "written like an empty element, and closed",
            #"<iframe src="\#(SampleEmbed.url)" title="Course" /></iframe><p>Questions? Write to us.</p>"#
        ),
        RuleExample(
            "text for browsers without frames",
            #"<iframe src="\#(SampleEmbed.url)" title="Course">Your browser shows no frames.</iframe>"#
        ),
        RuleExample("somebody else's frame that swallows no card", foreign + "/><p>Text</p></iframe>"),
    ]

    private static let foreign = #"<iframe src="https://player.example/v/7" title="Trailer""#

    func check(_ page: Page, in site: Site) -> [Finding] {
        let swallowed = Dictionary(
            grouping: page.inertEmbeds.filter { $0.frame.context == "iframe-content" }, by: \.frame.elementID)
        return page.frames.compactMap { frame in
            guard frame.element == "iframe", isShown(frame), let element = page.element(of: frame) else { return nil }
            let vanished = swallowed[element.id, default: []].map(\.embed)
            let embed = page.embed(of: frame)
            guard !vanished.isEmpty || (embed != nil && frame.state != .inert && swallows(element)) else { return nil }
            let help = "write </iframe> right behind this start tag"
            let place = page.place(frame.tag)
            let closing = StartTagEdits(frame, in: page)?.closing()
            return finding(
                message(for: vanished), at: place, embed: embed, help: help, related: vanished.map(\.place),
                fix: closing.map { Fix([$0], reveals: true) })
        }
    }

    /// Whether a browser shows the frame; one with a `srcdoc` is shown as well, though not its `src`.
    private func isShown(_ frame: Frame) -> Bool {
        frame.context != "iframe-content" && (frame.state != .inert || frame.context == "srcdoc")
    }

    private func swallows(_ element: HTMLElement) -> Bool {
        guard element.isClosed else { return true }
        return element.isSelfClosing && element.text.contains { !$0.isWhitespace }
    }

    private func message(for vanished: [Embed]) -> String {
        switch vanished.count {
        case 0: "this frame is not closed, so that what follows is text inside it and is not shown"
        case 1: "this frame is not closed and swallows the embed that follows it"
        default: "this frame is not closed and swallows the \(vanished.count) embeds that follow it"
        }
    }
}
