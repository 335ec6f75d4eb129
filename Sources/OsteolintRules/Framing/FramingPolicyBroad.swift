import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// Reports a `frame-ancestors` that lets everybody in.
struct FramingPolicyBroad: FramingRule {
    static let descriptor = RuleDescriptor(
        id: "framing-policy-broad",
        topic: .originsAndFraming,
        summary: "Osteocom's answer lets every site host the card.",
        severity: .warning,
        rationale: """
            A list with `*`, `https:` or a wildcard of a whole top-level domain lets every site show the card, as if \
            there were no list: also one that lays something over the Buy button. So does a server that puts in \
            whatever origin asks, which osteolint finds out by asking in the name of an origin that nobody can have \
            listed.

            The card works in your pages; that it works is no proof that your origin is listed.
            """,
        remedy: "Ask Osteocom support for a list with your exact origins.",
        references: [
            "Content Security Policy Level 3, section 6.7.2.8, matching: https://www.w3.org/TR/CSP3/#match-url-to-source-expression"
        ])

    static let examples = [
        RuleExample(
            "exact origins",
            response: "Content-Security-Policy: frame-ancestors 'self' https://lms.partner.com",
            origins: "https://lms.partner.com"),
        RuleExample(
            "a wildcard of the partner's own domain",
            response: "Content-Security-Policy: frame-ancestors https://*.partner.com",
            origins: "https://lms.partner.com"),
        RuleExample(
            "every site", response: "Content-Security-Policy: frame-ancestors *", origins: "↓https://lms.partner.com"),
        RuleExample(
            "every site served over https",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com https:",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "broad, but a second policy narrows it down",
            response: """
                Content-Security-Policy: frame-ancestors *
                Content-Security-Policy: frame-ancestors https://lms.partner.com
                """,
            origins: "https://lms.partner.com"),
    ]

    func check(_ audit: FramingAudit, in site: Site) -> [Finding] {
        audit.clients.flatMap { client -> [Finding] in
            let broad = client.answers.compactMap { answer in
                Self.broadSource(answer.policies).map { text, breadth in
                    finding(
                        "`\(ShownText.cut(text))` in the `frame-ancestors` of \(client.name) \(breadth.reason)",
                        at: answer.place, help: "ask Osteocom support for a list with your exact origins",
                        related: answer.embeds, fault: "\(client.clientID ?? "") \(text)")
                }
            }
            return broad.isEmpty ? reflection(client) : broad
        }
    }

    /// The expression that lets everybody in; nil where any of the enforced policies has none.
    private static func broadSource(_ policies: PolicyList) -> (text: String, breadth: BroadSource)? {
        let lists = policies.policies.filter { $0.disposition == .enforce }.compactMap(\.frameAncestors)
        let broad = lists.compactMap { list in
            list.sources.lazy.compactMap { source in source.breadth.map { (source.text, $0) } }.first
        }
        return broad.count == lists.count ? broad.first : nil
    }

    /// The origin that nobody can have listed is allowed all the same, by a policy that seems to be narrow.
    private func reflection(_ client: ClientFraming) -> [Finding] {
        let allowed = client.controls.filter { $0.isAllowed && $0.policies.hasEnforcedFrameAncestors }
        guard let first = allowed.first else { return [] }
        let control = first.chain.embedder.serialized
        return [
            finding(
                "the `frame-ancestors` of \(client.name) lets in whoever asks: \(control), which nobody can have "
                    + "listed, was allowed when it asked",
                at: client.verdicts.lazy.compactMap(\.chain.place).first,
                help: "tell Osteocom support: the policy must come from the client's list, not from the request's "
                    + "Referer", related: ClientFraming.places(of: allowed),
                fault: "\(client.clientID ?? "") reflected")
        ]
    }
}
