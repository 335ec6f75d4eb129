import ContentSecurityPolicy
import OsteolintCore

/// Reports an answer without any `frame-ancestors` that browsers enforce.
struct FramingPolicyMissing: FramingRule {
    static let descriptor = RuleDescriptor(
        id: "framing-policy-missing",
        topic: .originsAndFraming,
        summary: "Osteocom's answer names no origins that may host it.",
        severity: .warning,
        rationale: """
            Osteocom documents that every answer below `/embed/` carries a `frame-ancestors`. Without one, every site \
            may show the card, also one that lays something over the Buy button. Or the answer does not come from \
            Osteocom's application at all, but from something in front of it.

            A policy in `Content-Security-Policy-Report-Only` blocks nobody. And browsers throw a directive away as a \
            whole when a byte in it is none of printable ASCII.
            """,
        remedy: "Send Osteocom support the embed's URL, and ask for the list of your client.",
        references: [
            "Osteocom, Iframe reference, CSP frame-ancestors",
            "Content Security Policy Level 3, section 6.4.2: https://www.w3.org/TR/CSP3/#directive-frame-ancestors",
        ])

    static let examples = [
        RuleExample(
            "there is a policy",
            response: "Content-Security-Policy: frame-ancestors https://lms.partner.com",
            origins: "https://lms.partner.com"),
        RuleExample(
            "there are two policies, of which one is about framing",
            response: """
                Content-Security-Policy: default-src 'self'
                Content-Security-Policy: frame-ancestors https://lms.partner.com
                """,
            origins: "https://lms.partner.com"),
        RuleExample(
            "no policy at all", response: "Cache-Control: no-store", origins: "↓https://lms.partner.com"),
        RuleExample(
            "default-src says nothing about framing",
            response: "Content-Security-Policy: default-src https://lms.partner.com",
            origins: "↓https://lms.partner.com"),
        RuleExample(
            "only reported, never enforced",
            response: "Content-Security-Policy-Report-Only: frame-ancestors https://lms.partner.com",
            origins: "↓https://lms.partner.com"),
    ]

    func check(_ audit: FramingAudit, in site: Site) -> [Finding] {
        audit.clients.flatMap { client in
            client.answers.filter { !$0.policies.hasEnforcedFrameAncestors }.map { answer in
                finding(
                    "the answer about \(client.name): \(Self.fault(answer))", at: answer.place,
                    help: "send Osteocom support the embed's URL: each of its answers should carry "
                        + "`Content-Security-Policy: frame-ancestors` with your origins",
                    related: answer.embeds, fault: "\(client.clientID ?? "") \(Self.fault(answer))")
            }
        }
    }

    private static func fault(_ answer: ClientFraming.Answer) -> String {
        if answer.policies.hasDroppedFrameAncestors {
            return "browsers throw the `frame-ancestors` away, since a byte in it is none of printable ASCII"
        }
        if answer.policies.hasReportedFrameAncestors {
            return "the `frame-ancestors` is report-only, so every site may host the card"
        }
        guard answer.hop.field("x-frame-options") == nil else {
            return "there is no `frame-ancestors`, only X-Frame-Options, which cannot name a partner"
        }
        return "there is no `frame-ancestors`, so every site may host the card"
    }
}
