import OsteolintCore

/// Reports a URL that was meant to be Osteocom's and leads nowhere.
struct EmbedURLInvalid: PageRule {
    static let descriptor = RuleDescriptor(
        id: "embed-url-invalid",
        topic: .url,
        summary: "Reports a URL that names Osteocom's host but that a browser cannot load as a page.",
        severity: .error,
        rationale: """
            A browser makes no URL of the text, or another one than was meant: without its scheme, or with typographic \
            quotes around it, the text is the name of a page on the partner's own site. The visitor sees that site's \
            "not found" page in the frame, or nothing.
            """,
        remedy: "Write the whole URL, beginning with https://, between straight quotes.",
        references: [References.url, References.iframe]
    )

    static let examples = [
        RuleExample("a whole URL", SampleEmbed.iframe),
        RuleExample("no scheme", example(#""↓www.osteocom.me/embed/course?\#(SampleEmbed.ids)""#)),
        RuleExample("a colon is missing", example(#""↓https//www.osteocom.me/embed/course?\#(SampleEmbed.ids)""#)),
        RuleExample("a port that is none", example(#""↓https://www.osteocom.me:99999/embed/?\#(SampleEmbed.ids)""#)),
        RuleExample("another scheme", example(#""↓ftp://www.osteocom.me/embed/course?\#(SampleEmbed.ids)""#)),
        RuleExample("typographic quotes", example("↓“https://www.osteocom.me/embed/course?\(SampleEmbed.ids)”")),
        RuleExample("a typographic quote at the end", example("↓\(SampleEmbed.url)”")),
        RuleExample("white space around it is dropped", example(#""\#n  \#(SampleEmbed.url)\#n""#)),
        RuleExample(
            "slashes of the wrong kind are read as slashes", example(#""https:\\www.osteocom.me/embed/course""#)),
        RuleExample("the host in another site's path", example(#""https://lms.example/www.osteocom.me/embed/""#)),
    ]

    private static func example(_ value: String) -> String {
        "<iframe src=\(value) title=\"Course\"></iframe>"
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.frames.compactMap { frame in
            guard frame.state != .inert, let source = frame.source else { return nil }
            let text = source.value.text
            guard let fault = EmbedURLFault.of(text, resolvedTo: frame.url, in: site.configuration) else { return nil }
            let place = page.place(source.value.range)
            return finding(
                message(for: fault), at: place, embed: page.embed(of: frame), help: help(for: fault, in: site))
        }
    }

    private func message(for fault: EmbedURLFault) -> String {
        switch fault {
        case .unparsable(let reason):
            "a browser makes no URL of this text: \(reason)"
        case .wrongScheme(let scheme):
            "`\(scheme):` is no scheme that loads a page; it must be `https:`"
        case .missingScheme:
            "without `https://` this is the name of a page on the site itself, not Osteocom's host"
        case .brokenScheme(let written):
            "`\(shown(written))` is no scheme, so that this is the name of a page on the site itself"
        case .repeatedScheme:
            "the scheme stands here twice, so that the first one is followed by a host named like a scheme"
        case .quoted(let quote):
            "the quote \(quote) has become part of the URL"
        case .strayText(let text):
            "`\(shown(text))` stands before the URL, which makes it the name of a page on the site itself"
        }
    }

    private func help(for fault: EmbedURLFault, in site: Site) -> String {
        let host = (site.configuration.environment ?? .production).host
        guard case .quoted = fault else { return "write https://\(host)/embed/…" }
        return "write the URL between straight quotes: src=\"https://\(host)/embed/…\""
    }

    /// The text with what cannot be seen made visible.
    private func shown(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isVisible =
                scalar.isASCII ? scalar.value > 0x20 : scalar.properties.isGraphemeBase && scalar != "\u{A0}"
            return isVisible ? String(scalar) : "U+" + String(scalar.value, radix: 16, uppercase: true)
        }.joined()
    }
}
