import OsteolintCore

/// Reports an embed that is not loaded with the page, since something else holds its URL.
struct EmbedDeferred: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-deferred",
        topic: .element,
        summary: "Reports an embed whose URL a consent manager or a lazy loader holds.",
        severity: .note,
        rationale: """
            The URL stands in an attribute such as data-src, which a browser does not load. Before the visitor \
            consents, or when the script does not run, there is no card and no Buy button. The URL that is held is \
            judged as if it were the src.
            """,
        remedy: "Nothing, if that is meant. To load lazily without a script, write src and loading=\"lazy\".",
        references: [References.iframe]
    )

    static let examples = [
        RuleExample("loaded with the page", SampleEmbed.iframe),
        RuleExample(
            "held by a consent manager",
            #"↓<iframe data-cookieblock-src="\#(SampleEmbed.url)" data-cookieconsent="marketing" title="A"></iframe>"#
        ),
        RuleExample(
            "held by a lazy loader",
            #"↓<iframe class="lazyload" data-src="\#(SampleEmbed.url)" src="about:blank" title="A"></iframe>"#
        ),
        RuleExample("loaded by AMP's runtime", #"↓<amp-iframe src="\#(SampleEmbed.url)" title="A"></amp-iframe>"#),
        RuleExample(
            "held and loaded as well",
            #"<iframe src="\#(SampleEmbed.url)" data-src="\#(SampleEmbed.url)" title="A"></iframe>"#
        ),
        RuleExample(
            "loaded when it comes near",
            #"<iframe src="\#(SampleEmbed.url)" loading="lazy" title="A"></iframe>"#
        ),
    ]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.loadedEmbeds.compactMap { embed, frame in
            guard frame.state == .deferred else { return nil }
            let holder = frame.source?.name ?? frame.context
            let loader = DeferringLoader(of: frame.element, holding: holder, among: frame.attributes)
            let message = "\(loader.name) holds the URL in `\(holder)`: \(consequence(loader.trigger))"
            return finding(message, at: embed.place, embed: embed, help: help(loader.trigger))
        }
    }

    private func consequence(_ trigger: DeferringLoader.Trigger) -> String {
        switch trigger {
        case .consent: "nothing shows before the visitor consents"
        case .visibility: "nothing shows before its script has run and the frame comes near"
        case .script: "nothing shows before a script puts it into `src`"
        }
    }

    private func help(_ trigger: DeferringLoader.Trigger) -> String? {
        guard trigger != .consent else { return "make sure that the page says what will appear after consent" }
        return "to load lazily without a script, write src=\"…\" loading=\"lazy\""
    }
}
