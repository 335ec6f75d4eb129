import ContentSecurityPolicy
import OsteolintCore

/// Reports a Content Security Policy of the page that does not let its embeds load.
struct PagePolicyBlocksEmbed: PagePolicyRule {
    static let descriptor = RuleDescriptor(
        id: "page-policy-blocks-embed",
        topic: .page,
        summary: "Reports a Content Security Policy of the page itself that keeps the embed out.",
        severity: .error,
        rationale: """
            A page's own Content Security Policy says which documents may load in its frames. Where frame-src does \
            not name Osteocom's host, the visitor sees an empty box or the browser's own error instead of the card, \
            and no script of the page is told why. Without frame-src child-src decides, and without both default-src: \
            a strict default-src 'self' is enough to block every embed.

            All policies count together: those of several fields, those between commas, and each meta element in the \
            head. One that does not let the embed in blocks it, whatever the others say. Where the embed's URL is \
            redirected, each URL on the way has to be let in.
            """,
        remedy: """
            Add https://www.osteocom.me (in the Test environment https://test.osteocom.me) to frame-src, in every \
            policy that the page gets.
            """,
        references: [
            "CSP Level 3, frame-src, https://www.w3.org/TR/CSP3/#directive-frame-src",
            "HTML Standard, Content security policy state, "
                + "https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy",
        ]
    )

    static let examples = [
        RuleExample("frame-src names Osteocom's host", page(meta("frame-src 'self' https://www.osteocom.me"))),
        RuleExample("frame-src names somebody else's host", page(meta("↓frame-src https://player.vimeo.com"))),
        RuleExample(
            "default-src decides where there is no frame-src",
            page(meta("↓default-src 'self'; img-src *; script-src 'self'"))),
        RuleExample(
            "the wildcard stands for hosts below osteocom.me only",
            page(meta("frame-src *.osteocom.me"))),
        RuleExample(
            "the source has another path", page(meta("img-src *;\n        ↓frame-src https://www.osteocom.me/player/"))),
        RuleExample(
            "two policies, of which the second blocks",
            page(meta("frame-src https:") + "\n  " + meta("↓child-src 'none'"))),
        RuleExample(
            "a policy that says nothing about frames",
            page(meta("img-src 'self'; script-src 'self'; object-src 'none'"))),
        RuleExample(
            "browsers ignore a policy in the body",
            "<title>Course</title>\n<body>\n" + meta("frame-src 'none'") + "\n" + SampleEmbed.iframe),
        RuleExample(
            "a report-only policy cannot stand in markup",
            page(#"<meta http-equiv="Content-Security-Policy-Report-Only" content="frame-src 'none'">"#)),
        RuleExample(
            "the same policy in two pages", page(meta("↓frame-src 'self'")), page(meta("frame-src 'self'"))),
    ]

    private static func meta(_ policy: String) -> String {
        #"<meta http-equiv="Content-Security-Policy" content="\#(policy)">"#
    }

    private static func page(_ head: String) -> String {
        "<!DOCTYPE html>\n<head>\n  <title>Course</title>\n  \(head)\n</head>\n\(SampleEmbed.iframe)"
    }

    func check(_ survey: PagePolicySurvey, in site: Site) -> [Finding] {
        var known: [FramePolicies.Key: FramePolicies] = [:]
        var keys: [PolicyHits.Key] = []
        var blocking: [PolicyHits.Key: BlockingDirective] = [:]
        for page in survey.pages {
            let fields = page.fields.filter { $0.name == "content-security-policy" }
            guard !fields.isEmpty else { continue }
            let shared = FramePolicies.Key(fields, of: page)
            let policies = known[shared] ?? FramePolicies(fields, of: page)
            known[shared] = policies
            for refused in policies.refused(of: page, in: survey) {
                let (index, text) = policies.origin(of: refused.refusal)
                let directive = refused.refusal.directive
                let place = fields[index].place(of: directive.offsets)
                let key = PolicyHits.Key(fields[index], at: place, text: "\(directive.name) \(text)")
                if blocking[key] == nil { keys.append(key) }
                blocking[key, default: BlockingDirective(refused.refusal)]
                    .add(refused.refusal, at: place, refused.embeds)
            }
        }
        return keys.compactMap { blocking[$0] }.map(finding)
    }

    private func finding(_ directive: BlockingDirective) -> Finding {
        finding(
            directive.message, at: directive.hits.places.first, embed: directive.hits.embed, help: directive.help,
            related: directive.hits.related, fault: directive.fault)
    }
}
