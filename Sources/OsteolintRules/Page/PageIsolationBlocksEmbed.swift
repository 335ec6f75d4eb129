import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// Reports an isolation of the page, or of the frame, that the card does not survive.
struct PageIsolationBlocksEmbed: PageRule, PagePolicyRule {
    static let descriptor = RuleDescriptor(
        id: "page-isolation-blocks-embed",
        topic: .page,
        summary: "Reports an isolation of the page or of the frame that keeps the card out or its session away.",
        severity: .error,
        rationale: """
            Cross-Origin-Embedder-Policy with require-corp or credentialless makes browsers show only frames whose \
            documents opt in with fields of their own. Osteocom's card does not, so the visitor sees the browser's \
            error in its place.

            A sandbox in the page's Content-Security-Policy field goes for all its frames too: what it forbids the \
            page, it forbids the card, and the Buy click needs scripts, the visitor's session, forms and the main tab.

            credentialless on the frame itself lets the card in, but without its session: it never shows "Already \
            purchased", which is why that is a warning.
            """,
        remedy: """
            Send Cross-Origin-Embedder-Policy and the sandbox directive only with pages that hold no embed, and leave \
            credentialless away from the card's frame.
            """,
        references: [
            "HTML Standard, Cross-origin embedder policies, https://html.spec.whatwg.org/multipage/browsers.html#coep",
            "CSP Level 3, sandbox, https://www.w3.org/TR/CSP3/#directive-sandbox",
            "Anonymous iframe, https://wicg.github.io/anonymous-iframe/",
            References.frequentQuestions,
        ]
    )

    static let examples = [
        RuleExample("a frame with its session", SampleEmbed.iframe),
        RuleExample("a frame without a session", example("↓credentialless")),
        RuleExample("the attribute counts whatever its value", example("↓credentialless=\"false\"")),
        RuleExample(
            "somebody else's frame",
            #"<iframe src="https://player.example/v/7" credentialless title="Trailer"></iframe>"#),
        RuleExample(
            "browsers heed the field, and not the same name in markup",
            #"<head><meta http-equiv="Cross-Origin-Embedder-Policy" content="require-corp"></head>"# + "\n"
                + SampleEmbed.iframe),
        RuleExample(
            "browsers ignore a sandbox in markup",
            #"<head><meta http-equiv="Content-Security-Policy" content="sandbox"></head>"# + "\n" + SampleEmbed.iframe),
    ]

    private static func example(_ attribute: String) -> String {
        "<iframe src=\"\(SampleEmbed.url)\" title=\"Course\"\n  \(attribute)></iframe>"
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.loadedEmbeds.compactMap { embed, frame in
            guard embed.loading.isCredentialless, let attribute = frame.attribute("credentialless") else { return nil }
            return finding(
                "`credentialless` takes the visitor's session away from the card, which never shows \"Already purchased\"",
                at: page.place(attribute.range), embed: embed, help: "leave `credentialless` away", severity: .warning)
        }
    }

    func check(_ survey: PagePolicySurvey, in site: Site) -> [Finding] {
        var keys: [PolicyHits.Key] = []
        var isolations: [PolicyHits.Key: PageIsolation] = [:]
        for page in survey.pages {
            for (isolation, embeds) in PageIsolation.all(of: page, in: survey) {
                if isolations[isolation.key] == nil { keys.append(isolation.key) }
                isolations[isolation.key, default: isolation].hits.add(isolation.place, embeds)
            }
        }
        return keys.compactMap { isolations[$0] }.map(finding)
    }

    private func finding(_ isolation: PageIsolation) -> Finding {
        finding(
            isolation.message + isolation.hits.extent, at: isolation.hits.places.first, embed: isolation.hits.embed,
            help: isolation.help, severity: isolation.severity, related: isolation.hits.related,
            fault: isolation.message)
    }
}
