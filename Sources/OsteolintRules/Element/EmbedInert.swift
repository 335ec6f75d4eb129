import OsteolintCore

/// Reports an embed in a place where a browser takes it for no element of the page.
struct EmbedInert: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-inert",
        topic: .element,
        summary: "Reports an embed that a browser never loads because of where it stands.",
        severity: .note,
        rationale: """
            In a comment, a template, or an element whose content is text (textarea, style, xmp, noembed, noframes, and \
            noscript in a browser that runs scripts) an iframe is no element, and no card appears. That may be meant: \
            a card that was switched off, or a template that a script copies into the page.
            """,
        remedy: "Move the embed into the page itself, or delete it.",
        references: [References.parsing]
    )

    static let examples = [
        RuleExample("in the page", SampleEmbed.iframe),
        RuleExample("in a comment", "<!-- ↓\(SampleEmbed.iframe) -->"),
        RuleExample("in a template", "<template>↓\(SampleEmbed.iframe)</template>"),
        RuleExample("in a noscript", "<noscript>↓\(SampleEmbed.iframe)</noscript>"),
        RuleExample("in a textarea", "<textarea>↓\(SampleEmbed.iframe)</textarea>"),
        RuleExample("behind a comment that is closed at once", "<!-->\(SampleEmbed.iframe)<!-- -->"),
        RuleExample("in a script's string", "<script>const card = '\(SampleEmbed.iframe)';</script>"),
    ]

    /// Where somebody meant the markup to be live, and what to call the place.
    private static let places = [
        "comment": "a comment",
        "template": "a `template`",
        "noscript": "a `noscript`",
        "textarea": "a `textarea`",
        "xmp": "an `xmp` element",
        "noembed": "a `noembed` element",
        "noframes": "a `noframes` element",
        "style": "a `style` element",
    ]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.inertEmbeds.compactMap { embed, frame in
            guard let place = Self.places[frame.context] else { return nil }
            let message = "this embed stands in \(place), where \(reason(frame.context))"
            return finding(message, at: embed.place, embed: embed, help: help(frame.context))
        }
    }

    private func reason(_ context: String) -> String {
        switch context {
        case "comment": "a browser sees no markup"
        case "template": "nothing is loaded until a script copies it into the page"
        case "noscript": "a browser that runs scripts sees no markup; and without scripts there is no card"
        default: "a browser takes markup for text"
        }
    }

    private func help(_ context: String) -> String {
        guard context == "comment" else { return "move it into the page itself" }
        return "delete it, or take it out of the comment"
    }
}
