import OsteolintCore
import WebURL

/// Reports an embed that is loaded over plain http.
struct EmbedInsecureScheme: EmbedRule {
    static let descriptor = RuleDescriptor(
        id: "embed-insecure-scheme",
        topic: .url,
        summary: "Reports an embed that is not loaded over https.",
        severity: .error,
        rationale: """
            A page on https may not hold a frame on http: the browser blocks it as mixed content, and the visitor sees \
            an empty box. On a page that is on http itself, anybody on the way can read the visitor's id and change \
            the card.
            """,
        remedy: "Write the URL with https://.",
        references: ["W3C, Mixed Content, https://www.w3.org/TR/mixed-content/", References.embed]
    )

    static let examples = [
        RuleExample("https", SampleEmbed.iframe),
        RuleExample(
            "http",
            #"<iframe src="↓http://www.osteocom.me/embed/course?\#(SampleEmbed.ids)" title="Course"></iframe>"#
        ),
        RuleExample(
            "http in capitals, in an object",
            #"<object data="↓HTTP://www.osteocom.me/embed/course?\#(SampleEmbed.ids)" title="Course"></object>"#
        ),
        RuleExample(
            "a URL that takes the scheme of a page that is declared to be on http",
            #"<iframe src="↓//www.osteocom.me/embed/course?\#(SampleEmbed.ids)" title="Course"></iframe>"#,
            configuration: Configuration(origins: [DeclaredOrigin(text: "http://lms.partner.com", place: nil)])
        ),
        RuleExample(
            "a URL that takes the page's scheme, which is https",
            #"<iframe src="//www.osteocom.me/embed/course?\#(SampleEmbed.ids)" title="Course"></iframe>"#
        ),
    ]

    func check(_ embed: Embed, in site: Site) -> [Finding] {
        guard embed.url.url.scheme == "http", !isConfigured(embed) else { return [] }
        guard let scheme = embed.url.components.scheme else {
            let message = "the URL takes the scheme of its page or its base, and that is http"
            let fix = fix(nil, of: embed)
            return [finding(message, at: wholeURL(of: embed), embed: embed, help: help(for: embed), fix: fix)]
        }
        let message = "the card is loaded over http, which browsers block in a page on https"
        return [
            finding(
                message, at: embed.place(of: scheme), embed: embed, help: help(for: embed), fix: fix(scheme, of: embed))
        ]
    }

    /// Makes the scheme https, and takes the port away that goes with http.
    private func fix(_ scheme: Range<Int>?, of embed: Embed) -> Fix? {
        let source = embed.url.source
        guard let host = embed.url.components.host else { return nil }
        var edits = port(of: embed)
        if let scheme {
            // With fewer slashes it would be relative to a page that is on https itself.
            let slashes = source.text.utf8.dropFirst(scheme.upperBound + 1).prefix { "/\\".utf8.contains($0) }
            guard slashes.count >= 2 else { return nil }
            let isCapital = source.text.utf8.dropFirst(scheme.upperBound - 1).first == UInt8(ascii: "P")
            edits.append(TextEdit(inserting: isCapital ? "S" : "s", at: source.location(at: scheme.upperBound)))
        } else {
            let start = embed.url.input.range(0..<1).lowerBound
            guard start < host.lowerBound else { return nil }
            edits.append(TextEdit(inserting: "https:", at: source.location(at: start)))
        }
        return Fix(edits)
    }

    private func port(of embed: Embed) -> [TextEdit] {
        guard let port = embed.url.components.port, let digits = Int(embed.url.source.text(port)), digits == 80 else {
            return []
        }
        return [TextEdit(embed.url.source.range((port.lowerBound - 1)..<port.upperBound), "")]
    }

    private func help(for embed: Embed) -> String {
        "write https://\(embed.url.url.hostText ?? Environment.production.host)…"
    }

    private func wholeURL(of embed: Embed) -> Place {
        Place(path: embed.path, range: embed.url.source.range)
    }

    /// Whether the configuration itself names an http origin, such as a sandbox on the own machine.
    private func isConfigured(_ embed: Embed) -> Bool {
        guard case .custom(_, let origin)? = embed.environment else { return false }
        return origin.tuple?.scheme == "http"
    }
}
