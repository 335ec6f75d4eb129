import OsteolintCore

/// Reports an embed whose `srcdoc` is shown in its place.
struct IframeSrcdocOverridesSrc: PageRule {
    static let descriptor = RuleDescriptor(
        id: "iframe-srcdoc-overrides-src",
        topic: .element,
        summary: "Reports an embed in an iframe that has a srcdoc as well.",
        severity: .error,
        rationale: """
            An iframe with a srcdoc shows the document in that attribute and never loads its src, even when the srcdoc \
            is empty. The visitor sees the stand-in for ever, and no card.
            """,
        remedy: "Take srcdoc away. To delay loading, write loading=\"lazy\".",
        references: [References.iframe]
    )

    static let examples = [
        RuleExample("src alone", SampleEmbed.iframe),
        RuleExample("a document in place of the card", example(#"↓srcdoc="<p>Coming soon</p>""#)),
        RuleExample("an empty srcdoc", example("↓srcdoc")),
        RuleExample("another attribute", example(#"data-srcdoc="<p>Coming soon</p>""#)),
        RuleExample(
            "somebody else's frame",
            #"<iframe src="https://player.example/v/7" srcdoc="<p>Trailer</p>" title="Trailer"></iframe>"#
        ),
    ]

    private static func example(_ srcdoc: String) -> String {
        """
        <iframe src="\(SampleEmbed.url)" title="Course"
          \(srcdoc)></iframe>
        """
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.inertEmbeds.compactMap { embed, frame in
            guard frame.context == "srcdoc", let srcdoc = frame.attribute("srcdoc") else { return nil }
            let message = "`srcdoc` is shown in place of `src`, so the card is never loaded"
            let help = "take srcdoc away; to delay loading, write loading=\"lazy\""
            return finding(message, at: page.place(srcdoc.range), embed: embed, help: help)
        }
    }
}
